package org.pieceworks.ui.internal.view.editor;

import java.util.Map;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMakerBase;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.pieceworks.ui.internal.view.editor.yaml.LineScanner;
import org.pieceworks.ui.internal.view.editor.yaml.LineState;
import org.pieceworks.ui.internal.view.editor.yaml.ScannedLine;
import org.pieceworks.ui.internal.view.editor.yaml.ScannedLine.Part;
import org.pieceworks.ui.internal.view.editor.yaml.ScannedLine.Span;

/**
 * Colours of YAML, as the editor wants them. The library's own take every apostrophe for the
 * beginning of a string, in the middle of a sentence too.
 */
final class YamlTokens extends TokenMakerBase {

  private static final Map<Part, Integer> TYPES =
      Map.of(
          Part.SPACE, TokenTypes.WHITESPACE,
          Part.COMMENT, TokenTypes.COMMENT_EOL,
          Part.TEXT, TokenTypes.IDENTIFIER,
          Part.STRING, TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          Part.MARK, TokenTypes.OPERATOR,
          Part.BRACKET, TokenTypes.SEPARATOR);

  @Override
  public Token getTokenList(Segment text, int before, int offset) {
    resetTokenList();
    for (Span span : scan(text, before).spans()) {
      addToken(
          text,
          text.offset + span.from(),
          text.offset + span.to() - 1,
          TYPES.get(span.part()),
          offset + span.from());
    }
    addNullToken();
    return firstToken;
  }

  /** What goes on beyond the line, rather than its last token. */
  @Override
  public int getLastTokenTypeOnLine(Segment text, int before) {
    return scan(text, before).after().code();
  }

  private static ScannedLine scan(Segment text, int before) {
    return LineScanner.scan(text.toString(), LineState.of(before));
  }

  @Override
  public int getClosestStandardTokenTypeForInternalType(int type) {
    return type < 0 ? TokenTypes.IDENTIFIER : type;
  }

  @Override
  public String[] getLineCommentStartAndEnd(int language) {
    return new String[] {"#", null};
  }
}
