package org.pieceworks.ui.internal.view.editor.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JPopupMenu;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.editor.yaml.Scalars;

/** Lets the values of a comma list be ticked where only few are possible. */
public final class Choices {

  private final Typed typed;
  private final Supplier<List<String>> choices;
  private final Supplier<String> standard;

  private Choices(Typed typed, Supplier<List<String>> choices, Supplier<String> standard) {
    this.typed = typed;
    this.choices = choices;
    this.standard = standard;
  }

  /**
   * Puts a button into a field.
   *
   * @param choices that there are now
   * @param standard what an empty field means
   */
  public static void offer(
      Typed typed, Supplier<List<String>> choices, Supplier<String> standard, Texts texts) {
    Choices made = new Choices(typed, choices, standard);
    JButton choose = new JButton("\u2026");
    choose.setName(typed.getName() + "-choose");
    choose.setToolTipText(texts.get("field.choose"));
    choose.addActionListener(event -> made.popup().show(typed, 0, typed.getHeight()));
    typed.putClientProperty("JTextField.trailingComponent", choose);
  }

  private List<String> now() {
    return new ArrayList<>(
        Scalars.split(typed.getText().isBlank() ? standard.get() : typed.getText()));
  }

  private JPopupMenu popup() {
    JPopupMenu menu = new JPopupMenu();
    for (String choice : choices.get()) {
      JCheckBoxMenuItem item = new JCheckBoxMenuItem(choice, now().contains(choice));
      item.putClientProperty("CheckBoxMenuItem.doNotCloseOnMouseClick", true);
      item.addActionListener(event -> tick(choice, item.isSelected()));
      menu.add(item);
    }
    return menu;
  }

  private void tick(String choice, boolean ticked) {
    List<String> then = now();
    then.remove(choice);
    if (ticked) {
      then.add(choice);
    }
    typed.put(String.join(", ", then));
  }
}
