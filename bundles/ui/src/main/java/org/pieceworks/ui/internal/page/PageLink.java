package org.pieceworks.ui.internal.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Somewhere that a page leads to. */
record PageLink(String text, String target) {

  /** All links of a page that have words, each once, in their order. */
  static List<PageLink> of(Document page) {
    NodeList anchors = page.getElementsByTagName("a");
    Set<PageLink> links = new LinkedHashSet<>();
    for (int i = 0; i < anchors.getLength(); i++) {
      Element anchor = (Element) anchors.item(i);
      String text = anchor.getTextContent().strip().replaceAll("\\s+", " ");
      if (!text.isEmpty() && !anchor.getAttribute("href").isEmpty()) {
        links.add(new PageLink(text, anchor.getAttribute("href")));
      }
    }
    return List.copyOf(links);
  }
}
