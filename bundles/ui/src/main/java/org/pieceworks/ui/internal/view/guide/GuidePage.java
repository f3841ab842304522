package org.pieceworks.ui.internal.view.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page of the guide.
 *
 * @param file its name, by which other pages link to it
 * @param title its first heading
 * @param sections headings of the second level by their ids
 * @param xhtml all of it
 */
record GuidePage(String file, String title, Map<String, String> sections, String xhtml) {

  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  // Whatever is HTML in a page is shown as it is written: it need not be well-formed.
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

  /** Reads Markdown. */
  static GuidePage of(String file, String markdown) {
    Node document = PARSER.parse(markdown);
    List<String> titles = new ArrayList<>();
    Map<String, String> sections = new LinkedHashMap<>();
    IdGenerator ids = IdGenerator.builder().build();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock html) {
            if (html.getLiteral().startsWith("<!--")) {
              html.unlink(); // a note to those who edit the page
            }
          }

          @Override
          public void visit(Heading heading) {
            String words = words(heading);
            String id = ids.generateId(words);
            if (heading.getLevel() == 1) {
              titles.add(words);
            } else if (heading.getLevel() == 2) {
              sections.put(id, words);
            }
          }
        });
    String title = titles.isEmpty() ? file : titles.get(0);
    String xhtml =
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head></head><body>"
            + RENDERER.render(document)
            + "</body></html>";
    return new GuidePage(file, title, sections, xhtml);
  }

  private static String words(Node heading) {
    StringBuilder words = new StringBuilder();
    heading.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString();
  }
}
