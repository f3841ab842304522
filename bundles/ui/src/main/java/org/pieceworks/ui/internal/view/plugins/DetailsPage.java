package org.pieceworks.ui.internal.view.plugins;

import java.util.List;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.ui.Texts;

/** Details as a page of HTML, whatever colours it is shown in. */
record DetailsPage(Texts texts) {

  /** Writes the page. */
  String of(Details details) {
    StringBuilder page = new StringBuilder("<html><body>");
    page.append("<h1>").append(escape(details.heading())).append("</h1>");
    page.append("<p class='quiet'>").append(escape(String.join(", ", details.facts())));
    page.append("</p>");
    if (!details.troubles().isEmpty()) {
      page.append("<h2>").append(texts.get("page.troubles")).append("</h2>");
      details
          .troubles()
          .forEach(one -> page.append("<p class='bad'>").append(escape(one)).append("</p>"));
    }
    details.plugins().forEach(card -> add(card, page, details));
    list("page.services", details.services(), page);
    list("page.packages", details.packages(), page);
    return page.append("</body></html>").toString();
  }

  private void add(PluginCard card, StringBuilder page, Details details) {
    if (!card.name().equals(details.heading())) {
      page.append("<h2>").append(escape(card.name()));
      page.append(" <span class='quiet'>").append(escape(card.family().title()));
      page.append("</span></h2>");
    }
    if (card.shadowed()) {
      page.append("<p class='bad'>").append(texts.get("page.shadowed")).append("</p>");
    }
    paragraph(card.broken(), "bad", page);
    paragraph(card.summary(), "plain", page);
    paragraph(card.source(), "quiet", page);
    if (!card.options().isEmpty()) {
      options(card.options(), page);
    }
  }

  private static void paragraph(String text, String style, StringBuilder page) {
    if (!text.isEmpty()) {
      page.append("<p class='").append(style).append("'>").append(escape(text)).append("</p>");
    }
  }

  private void options(List<OptionRow> options, StringBuilder page) {
    page.append("<table cellspacing='0' cellpadding='3'><tr>");
    for (String column : List.of("option", "standard", "sets", "takes")) {
      page.append("<td class='head'>").append(texts.get("page." + column)).append("</td>");
    }
    page.append("</tr>");
    for (OptionRow row : options) {
      page.append("<tr>");
      cell("name", row.path(), page);
      cell("name", standard(row), page);
      cell("plain", row.help(), page);
      cell("quiet", row.expected(), page);
      page.append("</tr>");
    }
    page.append("</table>");
  }

  private String standard(OptionRow row) {
    if (row.required()) {
      return texts.get("page.required");
    }
    return row.standard().isEmpty() ? texts.get("page.empty") : row.standard();
  }

  private static void cell(String style, String text, StringBuilder page) {
    page.append("<td valign='top' class='").append(style).append("'>");
    page.append(escape(text)).append("</td>");
  }

  private void list(String heading, List<String> items, StringBuilder page) {
    if (!items.isEmpty()) {
      page.append("<h2>").append(texts.get(heading)).append("</h2>");
      items.forEach(item -> page.append("<p class='name'>").append(escape(item)).append("</p>"));
    }
  }

  /** A text that is no markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>");
  }
}
