package org.pieceworks.ui.internal.view.reports;

import java.util.ArrayList;
import java.util.List;
import org.pieceworks.ui.internal.page.Contents.Entry;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The table of contents of a report: the links of its navigation. */
final class ReportContents {

  private ReportContents() {}

  /** The entries, those of inner lists one level down. */
  static List<Entry> of(Document page) {
    List<Entry> entries = new ArrayList<>();
    NodeList navs = page.getElementsByTagName("nav");
    if (navs.getLength() > 0) {
      NodeList links = ((Element) navs.item(0)).getElementsByTagName("a");
      for (int i = 0; i < links.getLength(); i++) {
        Element link = (Element) links.item(i);
        entries.add(
            new Entry(link.getTextContent().strip(), link.getAttribute("href"), level(link)));
      }
    }
    return entries;
  }

  private static int level(Element link) {
    int lists = 0;
    for (Node at = link; at != null; at = at.getParentNode()) {
      lists += "ol".equals(at.getNodeName()) ? 1 : 0;
    }
    return Math.max(0, lists - 1);
  }
}
