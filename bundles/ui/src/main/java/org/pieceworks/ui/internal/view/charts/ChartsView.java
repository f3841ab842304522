package org.pieceworks.ui.internal.view.charts;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import org.jfree.chart.ChartRenderingInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.chart.ChartDrawing;
import org.pieceworks.report.chart.ChartKind;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** Charts of a run, to be looked at closely and taken away. */
@Component
public final class ChartsView implements View {

  private static final int WARM_UP = 300;

  private final Texts texts = Texts.of(ChartsView.class);
  private final RunStore runs;
  private final RunResults results;
  private final Plugins plugins;

  /** Takes the runs, what follows from them, and the chart types. */
  @Activate
  public ChartsView(
      @Reference RunStore runs, @Reference RunResults results, @Reference Plugins plugins) {
    this.runs = runs;
    this.results = results;
    this.plugins = plugins;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "charts",
        texts.get("title"),
        texts.get("help"),
        ChartsView.class.getResource("charts.svg"),
        Area.CENTRE,
        3);
  }

  @Override
  public JComponent open(Desk desk) {
    return new ChartsPanel(desk, texts, runs::list, this::load);
  }

  /** Computes all charts of a run; takes as long as its bootstrap takes. */
  private RunCharts load(String id) {
    StoredRun run = runs.find(id);
    ResultTable table = results.table(run);
    List<RunCharts.Kind> kinds = new ArrayList<>();
    for (ChartKind kind : ChartKind.all(plugins)) {
      kinds.add(RunCharts.Kind.of(kind, table));
    }
    RunCharts charts = new RunCharts(run.id(), run.name(), table, kinds);
    warmUp(charts);
    return charts;
  }

  /** The first drawing of a kind loads hundreds of classes, which must not be done by an event. */
  private static void warmUp(RunCharts charts) {
    if (ChartDrawing.problem() == null) {
      ChartDrawing drawing = new ChartDrawing(charts.methods(), ChartLook.PRINT);
      charts.kinds().stream()
          .flatMap(kind -> kind.offers().stream().limit(1))
          .forEach(
              offer ->
                  drawing
                      .chart(offer.data())
                      .createBufferedImage(WARM_UP, WARM_UP, new ChartRenderingInfo()));
    }
  }
}
