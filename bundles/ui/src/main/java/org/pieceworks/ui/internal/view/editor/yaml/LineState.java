package org.pieceworks.ui.internal.view.editor.yaml;

/**
 * What of a YAML text goes on beyond the end of a line.
 *
 * @param depth how many brackets are open; for block and plain scalars, how far a line is indented
 *     at least that belongs to them
 */
public record LineState(Kind kind, int depth) {

  private static final Kind[] KINDS = Kind.values();

  /** Nothing goes on. */
  public static final LineState START = new LineState(Kind.NOTHING, 0);

  /** What goes on. */
  public enum Kind {
    /** Nothing, but for maps and lists that stand on lines of their own. */
    NOTHING,
    /** A map or list in brackets. */
    BRACKETS,
    /** A scalar behind {@code |} or {@code >}. */
    BLOCK,
    /** A scalar without quotes. */
    PLAIN,
    /** A scalar in single quotes. */
    SINGLE,
    /** A scalar in double quotes. */
    DOUBLE
  }

  /** The state as a number, which is 0 for {@link #START} and negative for all others. */
  public int code() {
    return -(kind.ordinal() + depth * KINDS.length);
  }

  /** The state of a number. */
  public static LineState of(int code) {
    return code >= 0 ? START : new LineState(KINDS[-code % KINDS.length], -code / KINDS.length);
  }
}
