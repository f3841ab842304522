package org.pieceworks.ui.internal.view.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.junit.jupiter.api.Test;

class YamlTokensTest {

  private final YamlTokens tokens = new YamlTokens();

  /** What is coloured as a string, line by line; each token at its place in the text. */
  private List<String> strings(String... lines) {
    return lexemes(TokenTypes.LITERAL_STRING_DOUBLE_QUOTE, lines);
  }

  private List<String> lexemes(int type, String... lines) {
    List<String> found = new ArrayList<>();
    int before = 0;
    int offset = 0;
    for (String line : lines) {
      // Lines stand somewhere in a longer array.
      Segment text = new Segment(("##" + line + "##").toCharArray(), 2, line.length());
      StringBuilder whole = new StringBuilder();
      Token token = tokens.getTokenList(text, before, offset);
      for (; token != null && token.isPaintable(); token = token.getNextToken()) {
        assertEquals(offset + whole.length(), token.getOffset());
        whole.append(token.getLexeme());
        if (token.getType() == type) {
          found.add(token.getLexeme());
        }
      }
      assertEquals(line, whole.toString());
      before = tokens.getLastTokenTypeOnLine(text, before);
      offset += line.length() + 1;
    }
    return found;
  }

  @Test
  void apostropheWithinASentenceBeginsNoString() {
    assertEquals(List.of(), strings("question: Do other people's pieces help?"));
    assertEquals(List.of(), strings("- it's", "a: {b: it's, c: 5\" }", "it's: 1"));
    assertEquals(
        List.of("'real'"),
        strings("question: >-", "  Do other people's pieces", "", "  'really' help?", "a: 'real'"));
    assertEquals(
        List.of("'real'"),
        strings("question: Do other people's", "  pieces 'really'", "  'help'?", "a: 'real'"));
    assertEquals(
        List.of("'real'"),
        strings("question:", "  Do other people's", "  'pieces' help?", "a: 'real'"));
    assertEquals(List.of("'b'"), strings("- |", "  it's", "  - 'a'", "- 'b'"));
  }

  @Test
  void quotedScalarsAreStringsOverAllTheirLines() {
    assertEquals(
        List.of("'it''s'", "\"a \\\" b\"", "'k'", "\"v\""),
        strings("a: 'it''s' # it's", "b: \"a \\\" b\"", "'k': \"v\""));
    assertEquals(List.of("'one", "  two'"), strings("a: 'one", "  two'", "b: three"));
    assertEquals(
        List.of("\"one", "# two\"", "'x'"), strings("a: [b, \"one", "# two\", 'x'", "  , c]"));
  }

  @Test
  void commentsEndScalarsWithoutQuotesButNotBlocks() {
    assertEquals(
        List.of("# it's", "# b"),
        lexemes(TokenTypes.COMMENT_EOL, "a: b#c # it's", "# b", "b: | ", "  # text"));
    assertEquals(List.of("'c'"), strings("a: b # it ends here", "  'c'"));
    assertEquals(List.of("# head"), lexemes(TokenTypes.COMMENT_EOL, "b: >- # head", "  text"));
  }

  @Test
  void keysThatAreStillTypedTakeNothingFromTheLinesBelow() {
    assertEquals(List.of("'b'"), strings("da", "a: 'b'"));
    assertEquals(List.of("'b'"), strings("x:", "  da", "  a: 'b'"));
  }

  @Test
  void bracketsAndMarksAreTold() {
    assertEquals(List.of("[", "{", "}", "]"), lexemes(TokenTypes.SEPARATOR, "a: [{b: c},", "  d]"));
    assertEquals(
        List.of(":", "-", ":", ",", "-", "&", "-", "*"),
        lexemes(TokenTypes.OPERATOR, "a:", "- b: [c:d, e-f]", "- &x", "- *x"));
  }
}
