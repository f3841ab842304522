package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import org.pieceworks.ui.component.Splits;
import org.pieceworks.ui.internal.view.editor.form.FormSide;
import org.pieceworks.ui.internal.view.editor.form.FormValues;
import org.pieceworks.ui.internal.view.editor.yaml.NotEditable;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

/** An experiment as a form and as text, in step. */
final class Sides extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final double FORM = 0.45;

  private final transient Services services;
  private final FormSide form;
  private final TextSide source;
  private transient FormValues values = FormValues.none();

  /**
   * Both are empty at first.
   *
   * @param typed called whenever the text changes
   */
  Sides(Services services, Runnable typed) {
    super(new BorderLayout());
    this.services = services;
    form = new FormSide(services.settings().get(), services.texts(), this::edit);
    source = new TextSide(services.texts(), services.settings(), () -> values, typed);
    form.setMinimumSize(new Dimension());
    source.setMinimumSize(new Dimension());
    JSplitPane split = Splits.of(JSplitPane.HORIZONTAL_SPLIT, form, source, FORM);
    split.setName("editor-split");
    add(split, BorderLayout.CENTER);
  }

  TextSide source() {
    return source;
  }

  String text() {
    return source.area().getText();
  }

  /** What the form changes; at once, so that the form shows what came of it. */
  private void edit(UnaryOperator<String> change) {
    try {
      String after = change.apply(text());
      if (YamlText.parse(after).isEmpty()) {
        // A half-typed bracket must not lock the form that it is typed into.
        throw new NotEditable(services.texts().get("not-yaml"));
      }
      int place = source.area().become(after);
      if (place >= 0) {
        source.reveal(place);
      }
    } catch (NotEditable e) {
      services.desk().say(services.texts().get("by-hand", e.getMessage()));
    }
    renew();
  }

  /** The form follows the text as soon as that is valid YAML. */
  void renew() {
    renew(YamlText.parse(text()));
  }

  /**
   * The same where the text is parsed already.
   *
   * @param yaml empty where it is not valid
   */
  void renew(Optional<YamlText> yaml) {
    yaml.ifPresent(valid -> values = new FormValues(valid));
    form.show(services.settings().get(), values, yaml.isPresent());
  }

  void undo(boolean redo) {
    if (redo) {
      source.area().redoLastAction();
    } else {
      source.area().undoLastAction();
    }
    renew();
  }
}
