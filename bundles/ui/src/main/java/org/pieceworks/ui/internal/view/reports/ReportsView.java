package org.pieceworks.ui.internal.view.reports;

import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.report.ReportWriter;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** The reports of runs, read in the window. */
@Component
public final class ReportsView implements View {

  private final Texts texts = Texts.of(ReportsView.class);
  private final RunStore runs;
  private final ReportWriter writer;

  /** Takes the runs and what writes their reports. */
  @Activate
  public ReportsView(@Reference RunStore runs, @Reference ReportWriter writer) {
    this.runs = runs;
    this.writer = writer;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "reports",
        texts.get("title"),
        texts.get("help"),
        ReportsView.class.getResource("reports.svg"),
        Area.CENTRE,
        5);
  }

  @Override
  public JComponent open(Desk desk) {
    return new ReportsPanel(desk, texts, runs, new Reports(runs, writer, Home.ofEnvironment()));
  }
}
