package org.pieceworks.ui.internal.view.editor.form;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Consumer;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.pieceworks.ui.component.Typing;

/** A text field that tells what was typed once its user pauses, presses Enter or leaves it. */
public final class Typed extends JTextField {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_IN_MS = 700;
  private static final int COLUMNS = 8;

  private final transient Consumer<String> told;
  private final Timer pause = new Timer(PAUSE_IN_MS, event -> tell());
  private String shown;
  private String said;
  private boolean telling;
  private boolean showing;

  /**
   * An empty one.
   *
   * @param told what was typed, each text once
   */
  public Typed(Consumer<String> told) {
    super(COLUMNS);
    this.told = told;
    pause.setRepeats(false);
    addActionListener(event -> tell());
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            tell();
            if (shown != null) {
              write(shown); // as it was understood
            }
          }
        });
    Typing.on(getDocument(), this::typed);
  }

  private void typed() {
    if (!showing) {
      pause.restart();
    }
  }

  private void tell() {
    pause.stop();
    String text = getText();
    if (!text.equals(shown) && !text.equals(said)) {
      said = text;
      telling = true;
      try {
        told.accept(text);
      } finally {
        telling = false;
      }
    }
  }

  /** Shows a text, unless its user is just typing another, or it is what came of that. */
  public void show(String text) {
    if (pause.isRunning() || text.equals(shown)) {
      return;
    }
    shown = text;
    said = null;
    if (!telling || !isFocusOwner()) {
      write(text);
    }
  }

  private void write(String text) {
    if (!text.equals(getText())) {
      showing = true;
      setText(text);
      setCaretPosition(0);
      showing = false;
    }
  }

  /** Puts a text there as if it were typed, told at once. */
  public void put(String text) {
    setText(text);
    setCaretPosition(0);
    tell();
  }

  /** What stands there while it is empty. */
  public void hint(String text) {
    putClientProperty("JTextField.placeholderText", text);
  }
}
