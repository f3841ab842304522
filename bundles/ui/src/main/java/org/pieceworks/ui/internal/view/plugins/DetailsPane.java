package org.pieceworks.ui.internal.view.plugins;

import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.swing.JEditorPane;
import javax.swing.UIManager;
import javax.swing.text.BadLocationException;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.StyleSheet;

/** Shows a page in the colours of the look; pages are read away from the event thread. */
final class DetailsPane extends JEditorPane {

  private static final long serialVersionUID = 1L;
  private static final int MARGIN = 12;

  DetailsPane(String name) {
    setEditable(false);
    putClientProperty(HONOR_DISPLAY_PROPERTIES, true);
    setMargin(new java.awt.Insets(MARGIN, MARGIN, MARGIN, MARGIN));
    setName("plugins-details");
    getAccessibleContext().setAccessibleName(name);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setBackground(UIManager.getColor("Table.background"));
  }

  /** The colours of the look; to be asked for on the event thread. */
  static Colours colours() {
    return new Colours(
        UIManager.getColor("Label.foreground"),
        UIManager.getColor("Label.disabledForeground"),
        UIManager.getColor("Actions.Red"),
        UIManager.getFont("Label.font").getSize());
  }

  /** Reads a page; on any thread. */
  static HTMLDocument read(String page, Colours colours) {
    HTMLEditorKit kit = new HTMLEditorKit();
    StyleSheet style = new StyleSheet();
    style.addStyleSheet(kit.getStyleSheet());
    colours.rules().lines().forEach(style::addRule);
    HTMLDocument document = new HTMLDocument(style);
    document.setAsynchronousLoadPriority(-1);
    try {
      kit.read(new StringReader(page), document, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
    return document;
  }

  /** Shows what was read. */
  void show(HTMLDocument document) {
    if (!(getEditorKit() instanceof HTMLEditorKit)) {
      setEditorKit(new HTMLEditorKit());
    }
    setDocument(document);
    setCaretPosition(0);
  }

  /** Colours and the size of plain text. */
  record Colours(Color plain, Color quiet, Color bad, int size) {

    private String rules() {
      return """
      body { color: %1$s; }
      h1 { font-size: %5$dpt; margin: 0 0 2 0; }
      h2 { font-size: %6$dpt; margin: 14 0 2 0; }
      p { margin: 2 0 4 0; }
      table { margin: 4 0 4 0; }
      .head { color: %2$s; font-weight: bold; }
      .name { font-family: monospaced; }
      .quiet { color: %2$s; font-weight: normal; }
      .bad { color: %3$s; }
      td.plain { font-size: %4$dpt; }
      """
          .formatted(hex(plain), hex(quiet), hex(bad), size, size + 4, size + 1);
    }

    private static String hex(Color colour) {
      return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
    }
  }
}
