package org.pieceworks.ui.internal.view.editor.form;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.editor.sweep.SweepAxes;
import org.pieceworks.ui.internal.view.editor.sweep.SweepPanel;

/** An experiment as a form: its groups of settings on the left, the fields of one on the right. */
public final class FormSide extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int GAP = 4;

  private final transient Texts texts;
  private final transient Editing editing;
  private final DefaultListModel<String> keys = new DefaultListModel<>();
  private final JList<String> list = new JList<>(keys);
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private final JLabel waiting = new JLabel();
  private final Map<String, GroupPanel> groups = new LinkedHashMap<>();
  private final SweepPanel sweep;
  private final Set<String> set = new HashSet<>();
  private transient Settings settings;
  private transient Consumer<String> fill = group -> {};

  /** Changes the text that a form is about. */
  @FunctionalInterface
  public interface Editing {

    /** Makes another text of it, or says why not. */
    void change(UnaryOperator<String> edit);
  }

  /** A form of nothing. */
  public FormSide(Settings settings, Texts texts, Editing editing) {
    super(new BorderLayout());
    this.settings = settings;
    this.texts = texts;
    this.editing = editing;
    sweep = new SweepPanel(texts, editing);
    for (Settings.Group group : settings.groups()) {
      keys.addElement(group.key());
      if (group.key().equals(Settings.SWEEP)) {
        middle.add(sweep, group.key());
      } else {
        GroupPanel panel = new GroupPanel(group, texts, this::changed);
        groups.put(group.key(), panel);
        middle.add(panel, group.key());
      }
    }
    setUpList();
    list.setFixedCellWidth(widest());
    waiting.setName("editor-form-waiting");
    waiting.setBorder(BorderFactory.createEmptyBorder(GAP, 2 * GAP, GAP, 2 * GAP));
    waiting.setText(texts.get("form.waiting"));
    waiting.setVisible(false);
    JScrollPane scrolled = new Edged(list);
    scrolled.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    add(waiting, BorderLayout.NORTH);
    add(scrolled, BorderLayout.WEST);
    add(middle, BorderLayout.CENTER);
    list.setSelectedIndex(0);
  }

  private void setUpList() {
    list.setName("editor-groups");
    list.getAccessibleContext().setAccessibleName(texts.get("groups"));
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(
        new DefaultListCellRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public Component getListCellRendererComponent(
              JList<?> all, Object key, int index, boolean selected, boolean focused) {
            super.getListCellRendererComponent(
                all, texts.get("group." + key), index, selected, focused);
            boolean present = set.contains(key);
            setFont(getFont().deriveFont(present ? Font.BOLD : Font.PLAIN));
            setBorder(BorderFactory.createEmptyBorder(GAP / 2, 2 * GAP, GAP / 2, 3 * GAP));
            return this;
          }
        });
    list.addListSelectionListener(
        event -> {
          if (list.getSelectedValue() != null) {
            renewFront();
            cards.show(middle, list.getSelectedValue());
          }
        });
  }

  /** What the longest title takes when its group is set and its title therefore bold. */
  private int widest() {
    FontMetrics bold = list.getFontMetrics(list.getFont().deriveFont(Font.BOLD));
    int longest = 0;
    for (int i = 0; i < keys.size(); i++) {
      longest = Math.max(longest, bold.stringWidth(texts.get("group." + keys.get(i))));
    }
    return longest + 6 * GAP;
  }

  private void changed(Field field, String value) {
    editing.change(text -> new FormEdits(settings).set(text, field, value));
  }

  /** Brings a group to the front. */
  public void select(String group) {
    list.setSelectedValue(group, true);
  }

  /**
   * Shows what a text says.
   *
   * @param now the plug-ins that there are
   * @param valid whether the text is valid YAML; the form waits until it is
   */
  public void show(Settings now, FormValues values, boolean valid) {
    settings = now;
    waiting.setVisible(!valid);
    SweepAxes axes = SweepAxes.of(values.yaml());
    Set<String> swept = axes.axes().stream().map(SweepAxes.Axis::name).collect(Collectors.toSet());
    set.clear();
    set.addAll(values.keys(""));
    now.groups().stream()
        .filter(group -> group.rows().stream().anyMatch(row -> set.contains(row.path())))
        .forEach(group -> set.add(group.key()));
    list.repaint();
    fill =
        group -> {
          if (group.equals(Settings.SWEEP)) {
            sweep.show(now, values, axes, valid);
          } else {
            groups.get(group).show(now, values, swept, valid);
          }
        };
    renewFront();
  }

  /** Only what is seen is kept up with the text: there are many fields. */
  private void renewFront() {
    if (list.getSelectedValue() != null) {
      fill.accept(list.getSelectedValue());
    }
  }

  /** A list with a line on its right, in the colour of the look. */
  private static final class Edged extends JScrollPane {

    private static final long serialVersionUID = 1L;

    Edged(JList<?> list) {
      super(list);
    }

    @Override
    public void updateUI() {
      super.updateUI();
      setBorder(
          BorderFactory.createMatteBorder(0, 0, 0, 1, UIManager.getColor("Component.borderColor")));
    }
  }
}
