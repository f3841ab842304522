package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.List;

/**
 * A line of YAML.
 *
 * @param spans its parts, without gaps
 * @param after what goes on beyond it
 */
public record ScannedLine(List<Span> spans, LineState after) {

  /** Copies the parts. */
  public ScannedLine {
    spans = List.copyOf(spans);
  }

  /** What a part of a line is. */
  public enum Part {
    /** Blanks and tabulators. */
    SPACE,
    /** From a number sign to the end. */
    COMMENT,
    /** A key, or a scalar without quotes. */
    TEXT,
    /** A scalar in quotes. */
    STRING,
    /** Colons, dashes, commas and the like. */
    MARK,
    /** Of maps and lists. */
    BRACKET
  }

  /**
   * A part of a line.
   *
   * @param from its place in the line
   * @param to the place behind it
   */
  public record Span(int from, int to, Part part) {}
}
