package org.pieceworks.ui.internal.view.editor.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows lines of YAML by their indentation and brackets, unimpressed by what is unfinished. */
final class CaretScanner {

  private static final Pattern KEY = Pattern.compile("([^\\s#'\"{\\[:,][^:#{\\[]*?)\\s*:(\\s.*|$)");
  private static final Pattern BLOCK_TEXT = Pattern.compile("[|>][-+0-9]*\\s*(#.*)?");

  /**
   * What is open.
   *
   * @param indent -1 inside brackets
   * @param key that it stands under, null where it has none
   */
  private record Open(int indent, String key, char bracket) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private int textBelow = -1;
  private int blank = -1;
  private boolean value;
  private boolean comment;
  private String pending;
  private StringBuilder word = new StringBuilder();

  private boolean inBrackets() {
    return !open.isEmpty() && open.peekLast().bracket() != 0;
  }

  void line(String line) {
    comment = false;
    if (inBrackets()) {
      word = new StringBuilder();
      brackets(line);
      return;
    }
    int indent = line.length() - line.stripLeading().length();
    if (textBelow >= 0 && (line.isBlank() || indent > textBelow)) {
      comment = true;
      return;
    }
    textBelow = -1;
    value = false;
    pending = null;
    blank = -1;
    word = new StringBuilder();
    String rest = line.substring(indent);
    if (rest.startsWith("#")) {
      comment = true;
      return;
    }
    while (rest.startsWith("- ") || rest.equals("-")) {
      int dash = indent;
      open.removeIf(one -> one.bracket() == 0 && one.indent() > dash);
      String after = rest.substring(1).stripLeading();
      indent += rest.length() - after.length();
      rest = after;
      value = true;
    }
    block(indent, rest);
  }

  private void block(int indent, String rest) {
    Matcher key = KEY.matcher(rest);
    if (rest.isEmpty() && !value) {
      blank = indent; // matters only where the caret stands on it
      return;
    }
    open.removeIf(one -> one.bracket() == 0 && one.indent() >= indent);
    if (!key.matches()) {
      brackets(rest);
      return;
    }
    open.addLast(new Open(indent, key.group(1), (char) 0));
    value = true;
    String behind = key.group(2).stripLeading();
    if (BLOCK_TEXT.matcher(behind).matches()) {
      textBelow = indent;
    } else {
      brackets(behind);
    }
  }

  private void brackets(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        comment = true;
        return;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{' || c == '[') {
        open.addLast(new Open(-1, pending, c));
        clear(c == '[');
      } else if ((c == '}' || c == ']') && inBrackets()) {
        open.removeLast();
        clear(true);
      } else if (c == ',' && inBrackets()) {
        clear(open.peekLast().bracket() == '[');
      } else if (c == ':' && inBrackets() && open.peekLast().bracket() == '{' && !value) {
        pending = word.toString().strip();
        value = true;
        word = new StringBuilder();
      } else {
        word.append(c);
      }
    }
  }

  private void clear(boolean nowValue) {
    pending = null;
    value = nowValue;
    word = new StringBuilder();
  }

  CaretPlace place() {
    List<String> path = new ArrayList<>();
    for (Open one : open) {
      if (one.key() != null && (blank < 0 || one.indent() < blank)) {
        path.add(one.key());
      }
    }
    if (pending != null) {
      path.add(pending);
    }
    String prefix = comment ? "#" : word.toString().stripLeading();
    return new CaretPlace(path, value, prefix);
  }
}
