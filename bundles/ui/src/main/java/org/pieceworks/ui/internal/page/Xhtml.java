package org.pieceworks.ui.internal.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pages as trees. */
public final class Xhtml {

  private Xhtml() {}

  /**
   * Parses a page that is well-formed XML; nothing is fetched for it.
   *
   * @throws IllegalArgumentException if it is not well-formed
   */
  public static Document parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("the page is not well-formed: " + e.getMessage(), e);
    }
  }

  /** Gives a page a style of its own in place of those that it has. */
  static void style(Document page, String css) {
    NodeList styles = page.getElementsByTagName("style");
    while (styles.getLength() > 0) {
      Node style = styles.item(0);
      style.getParentNode().removeChild(style);
    }
    Element style = page.createElement("style");
    style.setAttribute("type", "text/css");
    style.setTextContent(css);
    page.getElementsByTagName("head").item(0).appendChild(style);
  }

  /** A part of a page as text. */
  static String text(Element element) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(element), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("a part of the page could not be read", e);
    }
  }
}
