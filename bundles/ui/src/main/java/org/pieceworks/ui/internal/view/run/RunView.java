package org.pieceworks.ui.internal.view.run;

import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.run.RunQueue;

/** The runs of this window: those under way, those that wait, those that have ended. */
@Component
public final class RunView implements View {

  private final Texts texts = Texts.of(RunView.class);
  private final RunQueue queue;

  /** Takes the queue. */
  @Activate
  public RunView(@Reference RunQueue queue) {
    this.queue = queue;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "run",
        texts.get("title"),
        texts.get("help"),
        RunView.class.getResource("run.svg"),
        Area.CENTRE,
        2);
  }

  @Override
  public JComponent open(Desk desk) {
    return new RunPanel(desk, queue, texts);
  }
}
