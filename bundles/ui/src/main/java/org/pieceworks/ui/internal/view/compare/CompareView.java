package org.pieceworks.ui.internal.view.compare;

import java.util.List;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.Progress;
import org.pieceworks.api.evaluation.Statistics;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** Runs side by side. */
@Component
public final class CompareView implements View {

  private final Texts texts = Texts.of(CompareView.class);
  private final RunStore runs;
  private final RunResults results;
  private final Statistics statistics;

  /** Takes the runs, what follows from them, and what tests differences. */
  @Activate
  public CompareView(
      @Reference RunStore runs, @Reference RunResults results, @Reference Statistics statistics) {
    this.runs = runs;
    this.results = results;
    this.statistics = statistics;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "compare",
        texts.get("title"),
        texts.get("help"),
        CompareView.class.getResource("compare.svg"),
        Area.CENTRE,
        4);
  }

  @Override
  public JComponent open(Desk desk) {
    return new ComparePanel(desk, texts, runs::list, this::compare);
  }

  /** Compares; takes as long as the bootstrap of every difference takes. */
  private Compared compare(List<String> ids, Progress progress) {
    List<StoredRun> chosen = ids.stream().map(runs::find).toList();
    Settings settings = Settings.of(chosen);
    ResultRows rows = new ResultComparison(chosen, results, statistics).rows(progress);
    return new Compared(settings, rows);
  }

  /** What came of a comparison. */
  record Compared(Settings settings, ResultRows results) {}
}
