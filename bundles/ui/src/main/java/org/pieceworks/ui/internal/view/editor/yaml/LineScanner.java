package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.ArrayList;
import java.util.List;
import org.pieceworks.ui.internal.view.editor.yaml.LineState.Kind;
import org.pieceworks.ui.internal.view.editor.yaml.ScannedLine.Part;
import org.pieceworks.ui.internal.view.editor.yaml.ScannedLine.Span;

/**
 * Takes a line of YAML apart, for its colours. Half-typed texts have them, too: no line is wrong.
 */
public final class LineScanner {

  private static final String BRACKETS = "[]{}";

  private final String line;
  private final List<Span> spans = new ArrayList<>();
  private int at;
  private int open;
  private int room;
  private boolean plain;

  private LineScanner(String line) {
    this.line = line;
  }

  /** Takes a line apart. */
  public static ScannedLine scan(String line, LineState before) {
    LineScanner scanner = new LineScanner(line);
    LineState after = scanner.all(before);
    return new ScannedLine(scanner.spans, after);
  }

  private LineState all(LineState before) {
    return switch (before.kind()) {
      case BLOCK, PLAIN -> goesOn(before) ? before : nodes();
      case SINGLE, DOUBLE -> {
        open = before.depth();
        yield closed(before.kind(), at) ? nodes() : before;
      }
      default -> {
        open = before.depth();
        yield nodes();
      }
    };
  }

  /** Whether the line belongs to a scalar that began before it, as a whole. */
  private boolean goesOn(LineState scalar) {
    int indent = indent();
    if (indent == line.length()) {
      add(indent, Part.SPACE);
      return true;
    }
    if (indent < scalar.depth()) {
      return false;
    }
    int end = scalar.kind() == Kind.BLOCK ? line.length() : textEnd(indent);
    if (!line.substring(end).isBlank()) {
      return false; // a comment ends it; a key is the next one's
    }
    add(indent, Part.SPACE);
    add(line.length(), Part.TEXT);
    return true;
  }

  private int indent() {
    int indent = 0;
    while (indent < line.length() && blank(indent)) {
      indent++;
    }
    return indent;
  }

  private LineState nodes() {
    // What stands on the topmost level is no scalar, but a key whose colon is not typed yet.
    room = Math.max(1, indent());
    while (at < line.length()) {
      char c = line.charAt(at);
      if (open == 0 && (c == '|' || c == '>')) {
        return block();
      }
      if ((c == '\'' || c == '"') && !closed(c == '"' ? Kind.DOUBLE : Kind.SINGLE, at + 1)) {
        return new LineState(c == '"' ? Kind.DOUBLE : Kind.SINGLE, open);
      }
      if (c != '\'' && c != '"') {
        one(c);
      }
    }
    if (open > 0) {
      return new LineState(Kind.BRACKETS, open);
    }
    return plain ? new LineState(Kind.PLAIN, room) : LineState.START;
  }

  /** Takes what begins here, but for quotes and blocks. */
  private void one(char c) {
    if (blank(at)) {
      add(at + 1, Part.SPACE);
    } else if (comment(at)) {
      add(line.length(), Part.COMMENT);
    } else if (BRACKETS.indexOf(c) >= 0) {
      open = Math.max(0, "[{".indexOf(c) >= 0 ? open + 1 : open - 1);
      add(at + 1, Part.BRACKET);
    } else if (c == ',' && open > 0) {
      add(at + 1, Part.MARK);
    } else if ("-?:".indexOf(c) >= 0 && ends(at + 1)) {
      room = open == 0 && c != ':' ? at + 1 : room;
      add(at + 1, Part.MARK);
    } else if ("&*!".indexOf(c) >= 0) {
      add(at + 1, Part.MARK);
      word();
    } else {
      text();
    }
  }

  /** The head of a block scalar, whose lines follow. */
  private LineState block() {
    add(at + 1, Part.MARK);
    while (at < line.length()) {
      add(comment(at) ? line.length() : at + 1, comment(at) ? Part.COMMENT : mark());
    }
    return new LineState(Kind.BLOCK, room);
  }

  private Part mark() {
    return blank(at) ? Part.SPACE : Part.MARK;
  }

  /** An anchor's or a tag's name. */
  private void word() {
    int end = at;
    while (!ends(end)) {
      end++;
    }
    add(end, Part.TEXT);
  }

  private void text() {
    int end = textEnd(at);
    int start = at;
    add(Math.max(start + 1, end), Part.TEXT);
    key(start);
    plain = !(at < line.length() && line.charAt(at) == ':');
  }

  /** Lines below a key are its value where they are indented further. */
  private void key(int start) {
    if (open == 0 && at < line.length() && line.charAt(at) == ':') {
      room = start + 1;
    }
  }

  /** Where a scalar without quotes ends, without the space behind it. */
  private int textEnd(int start) {
    int end = start;
    while (end < line.length()
        && !(line.charAt(end) == ':' && ends(end + 1))
        && !comment(end)
        && !(open > 0 && (line.charAt(end) == ',' || BRACKETS.indexOf(line.charAt(end)) >= 0))) {
      end++;
    }
    while (end > start && blank(end - 1)) {
      end--;
    }
    return end;
  }

  /** Takes a scalar in quotes; false where it goes on beyond the line. */
  private boolean closed(Kind kind, int from) {
    int start = at;
    char quote = kind == Kind.DOUBLE ? '"' : '\'';
    for (int i = from; i < line.length(); i++) {
      boolean twice = i + 1 < line.length() && line.charAt(i + 1) == quote;
      if (kind == Kind.DOUBLE && line.charAt(i) == '\\'
          || kind == Kind.SINGLE && line.charAt(i) == quote && twice) {
        i++;
      } else if (line.charAt(i) == quote) {
        add(i + 1, Part.STRING);
        key(start);
        return true;
      }
    }
    add(line.length(), Part.STRING);
    return false;
  }

  private boolean blank(int place) {
    return line.charAt(place) == ' ' || line.charAt(place) == '\t';
  }

  private boolean comment(int place) {
    return line.charAt(place) == '#' && (place == 0 || blank(place - 1));
  }

  /** Whether a word ends before this place. */
  private boolean ends(int place) {
    return place >= line.length()
        || blank(place)
        || open > 0 && (line.charAt(place) == ',' || BRACKETS.indexOf(line.charAt(place)) >= 0);
  }

  private void add(int to, Part part) {
    if (to > at) {
      spans.add(new Span(at, to, part));
      at = to;
    }
    plain = plain && part == Part.SPACE;
  }
}
