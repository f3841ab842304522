package org.pieceworks.ui.component;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.Document;

/** Hears that somebody types. */
public final class Typing implements DocumentListener {

  private final Runnable typed;

  private Typing(Runnable typed) {
    this.typed = typed;
  }

  /** Has something done whenever the text of a field becomes another. */
  public static void on(Document document, Runnable typed) {
    document.addDocumentListener(new Typing(typed));
  }

  @Override
  public void insertUpdate(DocumentEvent event) {
    typed.run();
  }

  @Override
  public void removeUpdate(DocumentEvent event) {
    typed.run();
  }

  @Override
  public void changedUpdate(DocumentEvent event) {
    // attributes alone: the text is the same
  }
}
