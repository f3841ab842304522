package org.pieceworks.ui.internal.view.compare;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JToolBar;
import org.pieceworks.api.Progress;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.event.RunsChanged;
import org.pieceworks.ui.internal.component.Clipboard;
import org.pieceworks.ui.internal.component.Looking;
import org.pieceworks.ui.internal.component.Rows;
import org.pieceworks.ui.internal.component.RowsTable;

/** The runs above, what differs between the chosen ones below. */
final class ComparePanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int[] WIDTHS = {84, 40, 160, 150, 150, 240};
  private static final int RUNS = Pixels.scaled(150);
  private static final double SETTINGS = 0.3;
  private static final int GAP = 6;

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Looking<List<RunSummary>> looking;
  private final transient BiFunction<List<String>, Progress, CompareView.Compared> comparing;
  private final transient CompareWords words;
  private final RunsModel model;
  private final JPanel middle = new JPanel(new BorderLayout());
  private final RowsTable settings;
  private final RowsTable results;
  private final JLabel settingsHeading = heading();
  private final JLabel resultsHeading = heading();
  private final JSplitPane tables;
  private final JButton copy;
  private final JButton csv;
  private transient Desk.Task task;
  private transient Rows settingRows;
  private transient Rows resultRows;

  ComparePanel(
      Desk desk,
      Texts texts,
      Supplier<List<RunSummary>> look,
      BiFunction<List<String>, Progress, CompareView.Compared> comparing) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    looking = new Looking<>(desk, texts.get("look"), look, this::seen);
    this.comparing = comparing;
    words = new CompareWords(texts);
    model = new RunsModel(texts, this::compare);
    settings = new RowsTable("compare-settings", texts.get("settings"));
    results = new RowsTable("compare-results", texts.get("results"));
    copy = button("copy", () -> copy(false));
    csv = button("csv", () -> copy(true));
    tables = tables();
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    List.of(button("clear", model::clear), copy, csv).forEach(bar::add);
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, runs(), middle);
    split.setDividerLocation(RUNS);
    add(bar, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    show(new EmptyState(texts.get("empty"), texts.get("empty.help")));
    desk.on(RunsChanged.class, event -> looking.now());
    desk.on(RunSelected.class, event -> begin(event.run()));
    looking.now();
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "compare", key, run);
  }

  private static JLabel heading() {
    JLabel label = new JLabel();
    label.putClientProperty("FlatLaf.styleClass", "h4");
    label.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    return label;
  }

  private JScrollPane runs() {
    JTable table = new JTable(model);
    table.setName("compare-runs");
    table.getAccessibleContext().setAccessibleName(texts.get("runs"));
    table.setFillsViewportHeight(true);
    for (int i = 0; i < WIDTHS.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
    table.getColumnModel().getColumn(0).setMaxWidth(Pixels.scaled(WIDTHS[0] + WIDTHS[1]));
    table.getColumnModel().getColumn(1).setMaxWidth(Pixels.scaled(WIDTHS[0]));
    return new JScrollPane(table);
  }

  private JSplitPane tables() {
    JLabel note = new JLabel(texts.get("note"));
    note.putClientProperty("FlatLaf.styleClass", "small");
    note.setToolTipText(texts.get("note"));
    note.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    JPanel lower = part(resultsHeading, results);
    lower.add(note, BorderLayout.SOUTH);
    JSplitPane both =
        new JSplitPane(JSplitPane.VERTICAL_SPLIT, part(settingsHeading, settings), lower);
    both.setResizeWeight(SETTINGS);
    return both;
  }

  private static JPanel part(JLabel heading, JTable table) {
    JPanel part = new JPanel(new BorderLayout());
    part.add(heading, BorderLayout.NORTH);
    part.add(new JScrollPane(table), BorderLayout.CENTER);
    return part;
  }

  private void seen(List<RunSummary> found) {
    model.show(found);
    if (found.isEmpty()) {
      show(
          new EmptyState(texts.get("norun"), texts.get("norun.help"))
              .with(
                  texts.get("experiments"), "compare-experiments", () -> desk.show("experiments")));
    }
  }

  /** The run that is looked at is a good one to begin with. */
  private void begin(String run) {
    if (model.chosen().isEmpty()) {
      model.choose(run, true);
    }
  }

  private void compare() {
    if (task != null) {
      task.cancel();
    }
    List<String> chosen = model.chosen();
    if (chosen.size() < 2) {
      String heading = texts.get(chosen.isEmpty() ? "empty" : "one");
      show(new EmptyState(heading, texts.get("empty.help")));
      return;
    }
    show(new EmptyState(texts.get("loading"), texts.get("comparing", chosen.size())));
    task =
        desk.background(
            texts.get("comparing", chosen.size()),
            progress -> comparing.apply(chosen, progress),
            compared -> show(compared, chosen.size()));
  }

  private void show(CompareView.Compared compared, int runs) {
    settingRows = words.settings(compared.settings(), runs);
    resultRows = words.results(compared.results(), runs);
    settings.show(settingRows);
    long datasets = compared.results().rows().stream().map(row -> row.dataset()).distinct().count();
    results.show(resultRows, datasets > 1 ? Set.of() : Set.of(0));
    int otherwise = compared.settings().rows().size();
    settingsHeading.setText(
        otherwise == 0
            ? texts.get("settings.none")
            : texts.get("settings.count", otherwise, compared.settings().equal()));
    resultsHeading.setText(resultsHeading(compared.results()));
    EmptyState.show(middle, tables);
    unlock(true);
  }

  private String resultsHeading(ResultRows compared) {
    int otherwise = compared.rows().size();
    if (otherwise > 0) {
      return texts.get("results.count", otherwise, compared.equal());
    }
    return texts.get(compared.equal() > 0 ? "results.none" : "results.nothing");
  }

  private void show(JComponent empty) {
    settingRows = null;
    resultRows = null;
    EmptyState.show(middle, empty);
    unlock(false);
  }

  private void unlock(boolean there) {
    copy.setEnabled(there);
    csv.setEnabled(there);
  }

  private void copy(boolean commas) {
    if (settingRows != null) {
      String first = commas ? settingRows.csv() : settingRows.tabbed();
      String second = commas ? resultRows.csv() : resultRows.tabbed();
      Clipboard.put(first + "\n" + second);
      desk.say(texts.get("copied"));
    }
  }
}
