package org.pieceworks.ui.internal.component;

import java.awt.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.event.RunsChanged;

/** The stored runs to choose among, newest first; follows and tells which one is looked at. */
public final class RunBox extends JComboBox<RunSummary> {

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = Pixels.scaled(200);
  private static final int NARROW = Pixels.scaled(300);

  private final transient Desk desk;
  private final transient Texts texts = Texts.of(RunBox.class);
  private final transient Looking<List<RunSummary>> looking;
  private final transient Runnable none;
  private transient String wanted = "";
  private boolean filling;

  /**
   * Begins to look for runs.
   *
   * @param none called when there turn out to be no runs at all
   */
  public RunBox(Desk desk, String name, Supplier<List<RunSummary>> look, Runnable none) {
    this.desk = desk;
    looking = new Looking<>(desk, texts.get("look"), look, this::fill);
    this.none = none;
    setName(name);
    getAccessibleContext().setAccessibleName(texts.get("run"));
    setRenderer(new Cells());
    setMaximumRowCount(20);
    java.awt.Dimension size = new java.awt.Dimension(WIDTH, getPreferredSize().height);
    setMinimumSize(size);
    setPreferredSize(size);
    addActionListener(
        event -> {
          if (!filling) {
            run().ifPresent(run -> desk.tell(new RunSelected(run.id())));
          }
        });
    desk.on(RunSelected.class, event -> want(event.run()));
    desk.on(RunsChanged.class, event -> looking.now());
    looking.now();
  }

  /** The run that is looked at. */
  public Optional<RunSummary> run() {
    return Optional.ofNullable((RunSummary) getSelectedItem());
  }

  private boolean narrow() {
    return getWidth() < NARROW;
  }

  private void want(String run) {
    wanted = run;
    if (!select()) {
      looking.now();
    }
  }

  private boolean select() {
    for (int i = 0; i < getItemCount(); i++) {
      if (getItemAt(i).id().equals(wanted)) {
        filling = true;
        setSelectedIndex(i);
        filling = false;
        return true;
      }
    }
    return false;
  }

  private void fill(List<RunSummary> runs) {
    filling = true;
    setModel(new DefaultComboBoxModel<>(runs.toArray(RunSummary[]::new)));
    setSelectedItem(null);
    filling = false;
    select();
    if (runs.isEmpty()) {
      none.run();
    }
  }

  private final class Cells extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof RunSummary run && run.state() != null
              ? (index < 0 && narrow() ? RunWords.name(run) : RunWords.line(run))
              : texts.get("choose");
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }
}
