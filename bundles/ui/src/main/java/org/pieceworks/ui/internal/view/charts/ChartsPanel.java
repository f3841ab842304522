package org.pieceworks.ui.internal.view.charts;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToolBar;
import org.jfree.chart.ChartTransferable;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.report.chart.ChartDrawing;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.report.chart.ChartOffer;
import org.pieceworks.report.chart.ChartPart;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.event.PluginsChanged;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.internal.component.Clipboard;
import org.pieceworks.ui.internal.component.FileDialog;
import org.pieceworks.ui.internal.component.RunBox;
import org.pieceworks.ui.internal.component.WhenSeen;

/** What to see at the left, the chart beside it. */
final class ChartsPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final String KIND = "kind";

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Function<String, RunCharts> loading;
  private final ChartOptions options;
  private final JToolBar bar = new JToolBar();
  private final JPanel middle = new JPanel(new BorderLayout());
  private transient Desk.Task task;
  private transient RunCharts charts;
  private transient ChartData shown;
  private String wanted = "";

  ChartsPanel(
      Desk desk,
      Texts texts,
      Supplier<List<RunSummary>> runs,
      Function<String, RunCharts> loading) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.loading = loading;
    RunBox run = new RunBox(desk, "charts-run", runs, this::noRun);
    options = new ChartOptions(texts, run, desk.remembered(KIND, ""), this::draw);
    fill(bar);
    JPanel right = new JPanel(new BorderLayout());
    right.add(bar, BorderLayout.NORTH);
    right.add(middle, BorderLayout.CENTER);
    add(options, BorderLayout.WEST);
    add(right, BorderLayout.CENTER);
    say("empty");
    WhenSeen seen = new WhenSeen(this);
    desk.on(
        RunSelected.class,
        event -> {
          wanted = event.run();
          seen.run(this::load);
        });
    desk.on(PluginsChanged.class, event -> seen.run(this::load));
    desk.offer(new Act("charts-copy", "edit", texts.get("copy.act"), null, this::copy));
    desk.offer(new Act("charts-whole", "view", texts.get("whole.act"), null, this::draw));
  }

  private void fill(JToolBar bar) {
    bar.setFloatable(false);
    bar.add(button("whole", this::draw));
    bar.add(button("copy", this::copy));
    bar.addSeparator();
    ChartExport.ENDINGS.forEach(ending -> bar.add(button(ending, () -> save(ending))));
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "charts", key, run);
  }

  private void noRun() {
    if (charts == null) {
      show(
          new EmptyState(texts.get("norun"), texts.get("norun.help"))
              .with(
                  texts.get("experiments"), "charts-experiments", () -> desk.show("experiments")));
    }
  }

  private void load() {
    if (wanted.isEmpty()) {
      return;
    }
    if (task != null) {
      task.cancel();
    }
    String run = wanted;
    if (charts == null) {
      show(new EmptyState(texts.get("loading"), texts.get("load", run)));
    }
    task =
        desk.background(
            texts.get("load", run),
            progress -> loading.apply(run),
            loaded -> {
              charts = loaded;
              options.show(loaded);
              draw();
            });
  }

  /** Draws what is chosen, the whole of it. */
  private void draw() {
    if (charts == null) {
      return;
    }
    RunCharts.Kind kind = options.kind();
    Choice choice = options.choose();
    String problem = ChartDrawing.problem();
    if (charts.table().summaries().isEmpty()) {
      say("noresults");
    } else if (problem != null) {
      show(new EmptyState(texts.get("failed"), problem));
    } else if (!kind.problem().isEmpty()) {
      show(new EmptyState(texts.get("failed"), kind.problem()));
    } else if (choice.offer().isEmpty()) {
      show(new EmptyState(texts.get("notallowed"), needs(kind)));
    } else {
      desk.remember(KIND, kind.name());
      draw(choice.offer().get(), options.part());
    }
  }

  private void draw(ChartOffer offer, ChartPart part) {
    if (!part.leaves(offer.data())) {
      show(
          new EmptyState(texts.get("nomethod"), texts.get("nomethod.help"))
              .with(texts.get("nomethod.all"), "charts-all", options::showAllMethods));
      return;
    }
    ChartData data = part.of(offer.data());
    ChartDrawing drawing = new ChartDrawing(charts.methods(), Looks.current());
    ChartCanvas canvas = new ChartCanvas(drawing.chart(data), this::draw);
    canvas.getAccessibleContext().setAccessibleName(data.title());
    canvas.getAccessibleContext().setAccessibleDescription(data.caption());
    JPanel page = new JPanel(new BorderLayout());
    page.add(canvas, BorderLayout.CENTER);
    page.add(new Caption(data.caption()), BorderLayout.SOUTH);
    show(page);
    shown = data;
    unlock(true);
  }

  /** What sweep or method a kind of chart would need. */
  private String needs(RunCharts.Kind kind) {
    try {
      return texts.get("needs." + kind.name());
    } catch (MissingResourceException e) {
      return texts.get("needs.other", kind.summary());
    }
  }

  private void say(String key) {
    show(new EmptyState(texts.get(key), texts.get(key + ".help")));
  }

  private void show(JComponent content) {
    shown = null;
    unlock(false);
    EmptyState.show(middle, content);
  }

  private void unlock(boolean there) {
    for (int i = 0; i < bar.getComponentCount(); i++) {
      bar.getComponent(i).setEnabled(there);
    }
  }

  private void copy() {
    if (shown != null) {
      ChartDrawing drawing = new ChartDrawing(charts.methods(), ChartLook.PRINT);
      Clipboard.put(
          new ChartTransferable(drawing.chart(shown), middle.getWidth(), middle.getHeight()));
      desk.say(texts.get("copied"));
    }
  }

  private void save(String ending) {
    ChartData data = shown;
    List<String> methods = charts.methods();
    Optional<Path> file =
        new FileDialog(desk, "charts-choose", texts.get("save"))
            .kind(ending.toUpperCase(java.util.Locale.ROOT) + " (*." + ending + ")", ending)
            .save(Path.of(charts.name() + "-" + ChartDrawing.name(data) + "." + ending));
    file.ifPresent(
        path ->
            desk.background(
                texts.get("saving", path.getFileName()),
                progress -> {
                  AtomicFiles.write(path, ChartExport.of(data, methods, ending));
                  return path;
                },
                done -> desk.say(texts.get("saved", done))));
  }

  /** Charts have the colours of the window, which change with its look. */
  @Override
  public void updateUI() {
    super.updateUI();
    if (shown != null) {
      draw();
    }
  }
}
