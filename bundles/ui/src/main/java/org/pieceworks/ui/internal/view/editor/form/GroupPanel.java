package org.pieceworks.ui.internal.view.editor.form;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.pieceworks.api.Plugin;
import org.pieceworks.ui.Texts;

/** The fields of a group of settings. */
final class GroupPanel extends JScrollPane {

  private static final long serialVersionUID = 1L;

  private final transient Settings.Group group;
  private final transient Texts texts;
  private final transient BiConsumer<Field, String> changed;
  private final Column column = new Column();
  private transient List<FieldRow> rows = List.of();
  private transient List<Field> shown = List.of();

  GroupPanel(Settings.Group group, Texts texts, BiConsumer<Field, String> changed) {
    this.group = group;
    this.texts = texts;
    this.changed = changed;
    setBorder(BorderFactory.createEmptyBorder());
    setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_NEVER);
    setViewportView(column);
  }

  /**
   * Shows what a text says.
   *
   * @param swept paths of swept settings
   */
  void show(Settings settings, FormValues values, Set<String> swept, boolean enabled) {
    List<Field> fields =
        settings.groups().stream()
            .filter(one -> one.key().equals(group.key()))
            .flatMap(one -> settings.fields(one, values).stream())
            .toList();
    if (!fields.equals(shown)) {
      build(settings, values, fields);
    }
    for (FieldRow row : rows) {
      row.show(values.shown(row.field()), enabled, swept.contains(row.field().path()));
    }
  }

  private void build(Settings settings, FormValues values, List<Field> fields) {
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    String name =
        focused != null && SwingUtilities.isDescendingFrom(focused, column)
            ? focused.getName()
            : null;
    shown = fields;
    column.clear();
    column.wide(Column.heading(texts.get("group." + group.key())));
    String help = group.help().isEmpty() ? texts.get("group.help." + group.key()) : group.help();
    column.wide(Column.sentence(help));
    List<FieldRow> made = new ArrayList<>();
    String above = fields.isEmpty() ? "" : fields.get(0).above();
    Set<String> plugIns = new HashSet<>();
    for (Field field : fields) {
      if (!field.above().equals(above)) {
        above = field.above();
        head(above, plugIns);
      }
      FieldRow row = new FieldRow(field, texts, changed);
      made.add(row);
      column.pair(row.label(), row.component());
      if (field.kind() == Field.Kind.PLUGIN) {
        plugIns.add(field.path());
        summary(settings, values, field);
      }
      if (row.component().getName().equals(name)) {
        SwingUtilities.invokeLater(row.component()::requestFocusInWindow);
      }
    }
    column.fill();
    rows = made;
    column.revalidate();
    column.repaint();
  }

  /** Options of a plug-in follow it; those of a section within the group have a heading. */
  private void head(String above, Set<String> plugIns) {
    String within =
        above.startsWith(group.key() + ".") ? above.substring(group.key().length() + 1) : "";
    if (!plugIns.contains(above) && !within.isEmpty()) {
      JLabel heading = new JLabel(within);
      heading.putClientProperty("FlatLaf.styleClass", "h4");
      column.wide(heading);
    }
  }

  private void summary(Settings settings, FormValues values, Field field) {
    field
        .family()
        .flatMap(
            family -> settings.plugin(family, values.plugin(field.path()).orElse(field.standard())))
        .map(Plugin::summary)
        .ifPresent(text -> column.wide(Column.sentence(text)));
  }

  /** Puts the caret into the first field. */
  void focus() {
    if (!rows.isEmpty()) {
      rows.get(0).component().requestFocusInWindow();
    }
  }
}
