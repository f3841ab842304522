package org.pieceworks.ui.internal.view.users;

import javax.swing.JComponent;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.RunExperiments;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.trial.ServedTrials;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.internal.task.Late;

/** The users of a run or of a data set: who they are, what they wrote, who is like whom. */
@Component
public final class UsersView implements View {

  private final Texts texts = Texts.of(UsersView.class);
  private final UsersReading reading;

  /** Takes what reads and embeds users. */
  @Activate
  public UsersView(
      @Reference RunStore runs,
      @Reference RunExperiments experiments,
      @Reference ComponentServiceObjects<ServedTrials> trials,
      @Reference Plugins plugins,
      @Reference ComponentServiceObjects<ExecutionEngine> engine) {
    reading =
        new UsersReading(texts, runs, experiments, new Late<>(trials), plugins, new Late<>(engine));
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "users",
        texts.get("title"),
        texts.get("help"),
        UsersView.class.getResource("users.svg"),
        Area.CENTRE,
        8);
  }

  @Override
  public JComponent open(Desk desk) {
    return new UsersPanel(desk, texts, reading);
  }
}
