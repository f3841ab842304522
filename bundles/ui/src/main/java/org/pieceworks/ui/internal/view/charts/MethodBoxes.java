package org.pieceworks.ui.internal.view.charts;

import java.awt.FlowLayout;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import org.pieceworks.report.words.Names;
import org.pieceworks.ui.Texts;

/** A check box for every method of a chart; what was hidden stays hidden in the next chart. */
final class MethodBoxes extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Runnable changed;
  private final JPanel boxes = new JPanel();
  private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Set<String> shown = new LinkedHashSet<>();

  MethodBoxes(Texts texts, Runnable changed) {
    this.changed = changed;
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    boxes.setLayout(new BoxLayout(boxes, BoxLayout.Y_AXIS));
    boxes.setAlignmentX(LEFT_ALIGNMENT);
    buttons.setAlignmentX(LEFT_ALIGNMENT);
    buttons.add(button(texts, "all", this::showAll));
    buttons.add(button(texts, "none", this::hideAll));
    add(boxes);
    add(buttons);
  }

  private static JButton button(Texts texts, String key, Runnable run) {
    JButton button = new JButton(texts.get(key));
    button.setName("charts-methods-" + key);
    button.putClientProperty("JButton.buttonType", "toolBarButton");
    button.addActionListener(event -> run.run());
    return button;
  }

  /** The methods that are not to be seen. */
  Set<String> hidden() {
    return Set.copyOf(hidden);
  }

  /** Offers the methods of a chart. */
  void show(Collection<String> methods) {
    if (shown.equals(Set.copyOf(methods)) && shown.size() == boxes.getComponentCount()) {
      return;
    }
    shown.clear();
    shown.addAll(methods);
    fill();
  }

  private void fill() {
    boxes.removeAll();
    for (String method : shown) {
      JCheckBox box = new JCheckBox(Names.method(method), !hidden.contains(method));
      box.setName("charts-method-" + method);
      box.setToolTipText(method);
      box.addActionListener(
          event -> {
            if (box.isSelected()) {
              hidden.remove(method);
            } else {
              hidden.add(method);
            }
            changed.run();
          });
      boxes.add(box);
    }
    buttons.setVisible(shown.size() > 1);
    revalidate();
    repaint();
  }

  /** Hides nothing. */
  void showAll() {
    hidden.clear();
    fill();
    changed.run();
  }

  private void hideAll() {
    hidden.addAll(shown);
    fill();
    changed.run();
  }
}
