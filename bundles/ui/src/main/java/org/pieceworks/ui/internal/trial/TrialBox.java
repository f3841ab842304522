package org.pieceworks.ui.internal.trial;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import org.pieceworks.experiment.run.StoredTrial;

/** Chooses one of a run's trials; what is chosen stays if another list has it too. */
public final class TrialBox extends JComboBox<StoredTrial> {

  private static final long serialVersionUID = 1L;
  private static final String WIDE = "sharers.count=000 pool.sharing-ratio=0.0 seed=000";

  private boolean filling;

  /**
   * Creates it empty.
   *
   * @param title for those who do not see it
   */
  public TrialBox(String name, String title) {
    setName(name);
    getAccessibleContext().setAccessibleName(title);
    setToolTipText(title);
    setRenderer(
        new DefaultListCellRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public java.awt.Component getListCellRendererComponent(
              JList<?> list, Object value, int index, boolean selected, boolean focused) {
            String label = value instanceof StoredTrial trial ? trial.label() : " ";
            return super.getListCellRendererComponent(list, label, index, selected, focused);
          }
        });
    setMaximumRowCount(20);
    int width = getFontMetrics(getFont()).stringWidth(WIDE);
    setPreferredSize(new java.awt.Dimension(width, getPreferredSize().height));
  }

  /** Tells of every trial that is chosen. */
  public void onChoice(Consumer<StoredTrial> choice) {
    addActionListener(
        event -> {
          if (!filling) {
            chosen().ifPresent(choice);
          }
        });
  }

  /** Shows trials; the same point and seed stay chosen. Nobody is told. */
  public void show(List<StoredTrial> trials) {
    Optional<String> before = chosen().map(StoredTrial::label);
    filling = true;
    try {
      removeAllItems();
      trials.forEach(this::addItem);
      trials.stream()
          .filter(trial -> before.filter(trial.label()::equals).isPresent())
          .findFirst()
          .ifPresent(this::setSelectedItem);
    } finally {
      filling = false;
    }
  }

  /** The trial that is chosen. */
  public Optional<StoredTrial> chosen() {
    return Optional.ofNullable((StoredTrial) getSelectedItem());
  }
}
