package org.pieceworks.ui.internal.view.editor;

import java.util.List;
import javax.swing.text.Element;
import org.fife.ui.rsyntaxtextarea.RSyntaxDocument;
import org.fife.ui.rsyntaxtextarea.parser.AbstractParser;
import org.fife.ui.rsyntaxtextarea.parser.DefaultParseResult;
import org.fife.ui.rsyntaxtextarea.parser.DefaultParserNotice;
import org.fife.ui.rsyntaxtextarea.parser.ParseResult;
import org.fife.ui.rsyntaxtextarea.parser.ParserNotice;
import org.pieceworks.ui.event.ProblemsFound.Problem;

/** Underlines what was found wrong when the text was last looked at. */
final class ProblemMarks extends AbstractParser {

  private List<Problem> problems = List.of();

  /** What is underlined at the next parsing. */
  void show(List<Problem> found) {
    problems = found;
  }

  @Override
  public ParseResult parse(RSyntaxDocument document, String style) {
    DefaultParseResult result = new DefaultParseResult(this);
    Element lines = document.getDefaultRootElement();
    result.setParsedLines(0, lines.getElementCount() - 1);
    for (Problem problem : problems) {
      if (problem.line() > 0 && problem.line() <= lines.getElementCount()) {
        result.addNotice(notice(document, lines.getElement(problem.line() - 1), problem));
      }
    }
    return result;
  }

  private ParserNotice notice(RSyntaxDocument document, Element line, Problem problem) {
    int start = line.getStartOffset();
    int length = Math.max(1, line.getEndOffset() - 1 - start);
    String text = text(document, start, length);
    int indent = text.isBlank() ? 0 : text.length() - text.stripLeading().length();
    DefaultParserNotice notice =
        new DefaultParserNotice(
            this,
            problem.message(),
            problem.line() - 1,
            start + indent,
            Math.max(1, length - indent));
    notice.setLevel(ParserNotice.Level.ERROR);
    return notice;
  }

  private static String text(RSyntaxDocument document, int start, int length) {
    try {
      return document.getText(start, Math.min(length, document.getLength() - start));
    } catch (javax.swing.text.BadLocationException e) {
      return ""; // the text has changed, and will be looked at again
    }
  }
}
