package org.pieceworks.ui.internal.view.pool;

import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Timer;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Typing;
import org.pieceworks.ui.internal.trial.SlotName;

/** What pieces are shown: by sharer, layer and module. */
final class PoolFilters extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int TYPING_IN_MS = 200;
  private static final int COLUMNS = 9;

  private final transient Texts texts;
  private final JTextField sharer = new JTextField(COLUMNS);
  private final JComboBox<Object> layer = new JComboBox<>();
  private final JComboBox<Object> module = new JComboBox<>();
  private final transient Runnable changed;
  private boolean filling;

  PoolFilters(Texts texts, Runnable changed) {
    super(new FlowLayout(FlowLayout.LEADING, 6, 2));
    this.texts = texts;
    this.changed = changed;
    sharer.putClientProperty("JTextField.placeholderText", texts.get("filter.sharer.all"));
    sharer.putClientProperty("JTextField.showClearButton", true);
    field("sharer", sharer);
    field("layer", layer);
    field("module", module);
    Timer typed = new Timer(TYPING_IN_MS, event -> changed.run());
    typed.setRepeats(false);
    Typing.on(sharer.getDocument(), typed::restart); // waits until whoever types has paused
    layer.addActionListener(event -> chosen());
    module.addActionListener(event -> chosen());
    fill(layer, List.of(), texts.get("filter.layer.all"));
    fill(module, List.of(), texts.get("filter.module.all"));
  }

  private void field(String key, javax.swing.JComponent field) {
    field.setName("pool-filter-" + key);
    JLabel label = new JLabel(texts.get("column." + key));
    label.setLabelFor(field);
    field.getAccessibleContext().setAccessibleName(label.getText());
    add(label);
    add(field);
  }

  private void chosen() {
    if (!filling) {
      changed.run();
    }
  }

  /** Offers the layers and modules of a pool; what is chosen stays where it can. */
  void show(List<SlotName> slots) {
    List<Object> layers = new ArrayList<>();
    slots.stream().map(SlotName::layer).filter(l -> l >= 0).distinct().forEach(layers::add);
    List<Object> modules = new ArrayList<>();
    slots.stream()
        .map(SlotName::module)
        .filter(m -> !m.isEmpty())
        .distinct()
        .sorted()
        .forEach(modules::add);
    fill(layer, layers, texts.get("filter.layer.all"));
    fill(module, modules, texts.get("filter.module.all"));
  }

  private void fill(JComboBox<Object> box, List<Object> values, String all) {
    Object before = box.getSelectedItem();
    filling = true;
    try {
      box.removeAllItems();
      box.addItem(all);
      values.forEach(box::addItem);
      box.setSelectedItem(before != null && values.contains(before) ? before : all);
    } finally {
      filling = false;
    }
  }

  /** An order with these filters. */
  PieceOrder with(PieceOrder order) {
    return order.of(
        sharer.getText().strip().toLowerCase(Locale.ROOT),
        layer.getSelectedIndex() > 0 ? (Integer) layer.getSelectedItem() : null,
        module.getSelectedIndex() > 0 ? Objects.toString(module.getSelectedItem()) : null);
  }
}
