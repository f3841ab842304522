package org.pieceworks.ui.internal.view.editor.form;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import org.pieceworks.ui.Texts;

/** A setting's label and field. */
final class FieldRow {

  private static final int SHOWN = 16;

  private final Field field;
  private final Texts texts;
  private final BiConsumer<Field, String> changed;
  private final JLabel label;
  private final JComponent component;
  private boolean showing;

  /**
   * Makes them, without a value.
   *
   * @param changed told what a user puts in
   */
  FieldRow(Field field, Texts texts, BiConsumer<Field, String> changed) {
    this.field = field;
    this.texts = texts;
    this.changed = changed;
    label = new JLabel(field.label());
    component =
        field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.LIST ? typed() : chosen();
    component.setName("editor-field-" + field.path());
    component.getAccessibleContext().setAccessibleName(field.path());
    component.getAccessibleContext().setAccessibleDescription(field.help());
    String standard = field.required() ? texts.get("field.required") : standard();
    String help = texts.get("field.help", field.help(), field.expected(), standard);
    label.setToolTipText(help);
    component.setToolTipText(help);
  }

  Field field() {
    return field;
  }

  JLabel label() {
    return label;
  }

  JComponent component() {
    return component;
  }

  private String standard() {
    return field.standard().isEmpty() ? texts.get("field.nothing") : field.standard();
  }

  private JComponent typed() {
    Typed typed = new Typed(text -> changed.accept(field, text));
    typed.hint(field.required() ? texts.get("field.required") : field.standard());
    if (field.kind() == Field.Kind.LIST && !field.choices().isEmpty()) {
      typed.setName("editor-field-" + field.path());
      Choices.offer(typed, field::choices, field::standard, texts);
    }
    return typed;
  }

  private JComponent chosen() {
    List<String> items = new ArrayList<>(List.of(""));
    items.addAll(field.choices());
    JComboBox<String> box = new JComboBox<>(items.toArray(String[]::new));
    box.setMaximumRowCount(SHOWN);
    box.setPrototypeDisplayValue("mmmmmmmmmm");
    String standard =
        field.required() ? texts.get("field.required") : texts.get("field.default", standard());
    box.setRenderer(
        new DefaultListCellRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Component getListCellRendererComponent(
              JList<?> list, Object value, int index, boolean selected, boolean focused) {
            boolean none = value == null || value.toString().isEmpty();
            return super.getListCellRendererComponent(
                list, none ? standard : value, index, selected, focused);
          }
        });
    box.addActionListener(
        event -> {
          if (!showing) {
            changed.accept(field, String.valueOf(box.getSelectedItem()));
          }
        });
    return box;
  }

  /**
   * Shows what the text says.
   *
   * @param swept whether the sweep gives it other values
   */
  void show(Optional<String> value, boolean enabled, boolean swept) {
    component.setEnabled(enabled);
    label.setEnabled(enabled);
    label.setText(swept ? texts.get("field.swept", field.label()) : field.label());
    if (component instanceof Typed typed) {
      typed.show(value.orElse(""));
    } else {
      choose(value.orElse(""));
    }
  }

  private void choose(String value) {
    @SuppressWarnings("unchecked")
    JComboBox<String> box = (JComboBox<String>) component;
    if (value.equals(box.getSelectedItem())) {
      return;
    }
    showing = true;
    if (!value.isEmpty() && !field.choices().contains(value)) {
      // What the text says is shown, though nobody could choose it.
      while (box.getItemCount() > field.choices().size() + 1) {
        box.removeItemAt(box.getItemCount() - 1);
      }
      box.addItem(value);
    }
    box.setSelectedItem(value);
    showing = false;
  }
}
