package org.pieceworks.ui.internal.view.welcome;

import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.RunRequested;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.internal.view.experiments.Workfolder;

/** Where one begins. */
@Component
public final class WelcomeView implements View {

  private final Texts texts = Texts.of(WelcomeView.class);
  private final RunStore runs;

  /** Takes the runs, of which the last may have a report to be opened. */
  @Activate
  public WelcomeView(@Reference RunStore runs) {
    this.runs = runs;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "welcome",
        texts.get("title"),
        texts.get("help"),
        WelcomeView.class.getResource("welcome.svg"),
        Area.CENTRE,
        0);
  }

  @Override
  public JComponent open(Desk desk) {
    WelcomePanel panel = new WelcomePanel(texts);
    panel.on("quickstart", () -> quickstart(desk));
    panel.on("new", () -> desk.perform("new"));
    panel.on("open", () -> Workfolder.choose(desk));
    panel.on("report", () -> lastReport(desk));
    panel.on("guide", () -> desk.show("guide"));
    return panel;
  }

  private void quickstart(Desk desk) {
    desk.background(
        texts.get("quickstart.find"),
        progress -> Workfolder.current().quickstart(),
        found ->
            found.ifPresentOrElse(
                file -> run(desk, file), () -> desk.say(texts.get("quickstart.none"))));
  }

  private static void run(Desk desk, Path file) {
    desk.tell(new FileSelected(file));
    desk.tell(new RunRequested(file, List.of(), false));
    desk.show("run");
  }

  private void lastReport(Desk desk) {
    desk.background(
        texts.get("report.find"),
        progress -> runs.list().stream().filter(run -> run.trialsDone() > 0).findFirst(),
        found ->
            found
                .map(RunSummary::id)
                .ifPresentOrElse(
                    run -> {
                      desk.tell(new RunSelected(run));
                      desk.show("reports");
                    },
                    () -> desk.say(texts.get("report.none"))));
  }
}
