package org.pieceworks.ui.internal.view.editor.sweep;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.editor.form.Choices;
import org.pieceworks.ui.internal.view.editor.form.Column;
import org.pieceworks.ui.internal.view.editor.form.Field;
import org.pieceworks.ui.internal.view.editor.form.FormSide.Editing;
import org.pieceworks.ui.internal.view.editor.form.FormValues;
import org.pieceworks.ui.internal.view.editor.form.Settings;
import org.pieceworks.ui.internal.view.editor.form.Typed;
import org.pieceworks.ui.internal.view.editor.sweep.SweepAxes.Axis;

/**
 * The settings that take several values: axes are added, changed and removed without typing YAML.
 */
public final class SweepPanel extends JScrollPane {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 4;

  private final transient Texts texts;
  private final transient Editing editing;
  private final Column column = new Column();
  private final JComboBox<String> setting = new JComboBox<>();
  private final Typed values = new Typed(text -> {}); // waits for the button
  private final JButton add;
  private final JRadioButton together;
  private final JRadioButton apart;
  private final List<Typed> fields = new ArrayList<>();
  private transient List<Field> sweepable = List.of();
  private transient List<String> possible = List.of();
  private transient SweepAxes shown;
  private transient List<String> order = List.of();
  private transient boolean filling;

  /** A sweep without axes. */
  public SweepPanel(Texts texts, Editing editing) {
    this.texts = texts;
    this.editing = editing;
    setBorder(BorderFactory.createEmptyBorder());
    setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_NEVER);
    setViewportView(column);
    add = new JButton(texts.get("sweep.add"));
    add.setName("editor-sweep-add");
    add.addActionListener(event -> add());
    values.setName("editor-sweep-values");
    values.getAccessibleContext().setAccessibleName(texts.get("sweep.values"));
    values.addActionListener(event -> add());
    setting.setName("editor-sweep-setting");
    setting.setPrototypeDisplayValue("mmmmmmmmmm");
    setting.getAccessibleContext().setAccessibleName(texts.get("sweep.setting"));
    setting.addActionListener(event -> suggest());
    together = new JRadioButton();
    together.setName("editor-sweep-together");
    together.addActionListener(event -> arrange(true));
    apart = new JRadioButton();
    apart.setName("editor-sweep-apart");
    apart.addActionListener(event -> arrange(false));
    ButtonGroup both = new ButtonGroup();
    both.add(together);
    both.add(apart);
  }

  private SweepEdits edits() {
    return new SweepEdits(order);
  }

  private void add() {
    String path = (String) setting.getSelectedItem();
    String typed = values.getText();
    if (path != null && !typed.isBlank()) {
      boolean product = shown.axes().size() > 1 ? !shown.apart() : together.isSelected();
      editing.change(text -> edits().add(text, path, typed, product));
    }
  }

  private void arrange(boolean product) {
    if (shown.axes().size() > 1 && (product ? !shown.together() : !shown.apart())) {
      editing.change(text -> edits().arrange(text, product));
    }
  }

  /** Shows the axes of a text. */
  public void show(Settings settings, FormValues text, SweepAxes axes, boolean enabled) {
    order = settings.topKeys();
    offer(settings, text);
    if (!axes.equals(shown)) {
      boolean same = shown != null && shape(axes).equals(shape(shown));
      boolean fresh = shown == null || axes.axes().size() != shown.axes().size();
      shown = axes;
      if (same) {
        renew();
      } else {
        build();
      }
      if (fresh) {
        nextUnused();
      }
    }
    setting.setEnabled(enabled);
    values.setEnabled(enabled);
    add.setEnabled(enabled);
  }

  /** What rows there are, whatever stands in them. */
  private static List<String> shape(SweepAxes axes) {
    return axes.axes().stream().map(axis -> axis.path() + " " + axis.editable()).toList();
  }

  private void renew() {
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).show(shown.axes().get(i).shown());
    }
    combine();
  }

  private void combine() {
    together.setText(texts.get("sweep.together", shown.product()));
    together.setSelected(shown.together());
    apart.setText(texts.get("sweep.apart", shown.sum()));
    apart.setSelected(shown.apart() || shown.axes().size() < 2);
  }

  private void offer(Settings settings, FormValues text) {
    List<Field> now = settings.sweepable(text);
    if (now.equals(sweepable)) {
      return;
    }
    sweepable = now;
    Object before = setting.getSelectedItem();
    filling = true;
    setting.removeAllItems();
    now.forEach(field -> setting.addItem(field.path()));
    setting.setSelectedItem(before == null ? now.get(0).path() : before);
    filling = false;
    suggest();
  }

  /** The next setting that is not swept yet is what is added next. */
  private void nextUnused() {
    sweepable.stream()
        .map(Field::path)
        .filter(path -> shown.axes().stream().noneMatch(axis -> axis.name().equals(path)))
        .findFirst()
        .ifPresent(setting::setSelectedItem);
    suggest();
  }

  private void suggest() {
    if (filling) {
      return;
    }
    Optional<Field> chosen =
        sweepable.stream().filter(one -> one.path().equals(setting.getSelectedItem())).findFirst();
    chosen.ifPresent(
        field -> {
          values.put(Suggestions.of(field));
          possible = field.choices();
          if (possible.isEmpty()) {
            values.putClientProperty("JTextField.trailingComponent", null);
          } else {
            Choices.offer(values, () -> possible, () -> "", texts);
          }
          values.hint(field.expected());
          values.setToolTipText(field.help());
          setting.setToolTipText(field.help());
        });
  }

  private void build() {
    Component held = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    boolean mine = held != null && SwingUtilities.isDescendingFrom(held, column);
    column.clear();
    fields.clear();
    column.wide(Column.heading(texts.get("group.sweep")));
    column.wide(Column.sentence(texts.get("sweep.help")));
    for (int i = 0; i < shown.axes().size(); i++) {
      row(i, shown.axes().get(i));
    }
    combine();
    if (shown.axes().size() > 1) {
      column.wide(together);
      column.wide(apart);
    }
    column.wide(Column.heading(texts.get("sweep.new")));
    column.pair(new JLabel(texts.get("sweep.setting")), setting);
    column.pair(new JLabel(texts.get("sweep.values")), values);
    JPanel buttons = new JPanel(new BorderLayout());
    buttons.add(add, BorderLayout.EAST);
    column.wide(buttons);
    column.fill();
    column.revalidate();
    column.repaint();
    if (mine) {
      setting.requestFocusInWindow(); // what had it may be gone
    }
  }

  private void row(int index, Axis axis) {
    column.wide(new JLabel(axis.name()));
    Typed field =
        new Typed(
            typed -> editing.change(text -> edits().set(text, shown.axes().get(index), typed)));
    fields.add(field);
    field.setName("editor-axis-" + index);
    field.getAccessibleContext().setAccessibleName(axis.name());
    field.show(axis.shown());
    field.setEditable(axis.editable());
    field.setToolTipText(texts.get(axis.editable() ? "sweep.values.help" : "sweep.by-hand"));
    JButton remove = new JButton(texts.get("sweep.remove"));
    remove.setName("editor-axis-remove-" + index);
    remove.getAccessibleContext().setAccessibleName(texts.get("sweep.remove.of", axis.name()));
    remove.addActionListener(event -> editing.change(text -> edits().remove(text, axis)));
    JPanel both = new JPanel(new BorderLayout(GAP, 0));
    both.add(field, BorderLayout.CENTER);
    both.add(remove, BorderLayout.EAST);
    column.wide(both);
  }
}
