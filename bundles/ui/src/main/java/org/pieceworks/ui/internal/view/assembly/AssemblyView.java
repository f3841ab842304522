package org.pieceworks.ui.internal.view.assembly;

import java.util.List;
import javax.swing.JComponent;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.experiment.run.RunExperiments;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.trial.ServedTrials;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.internal.task.Late;
import org.pieceworks.ui.internal.trial.LazyTrial;

/** From whom a target user's pieces come, what they weigh, and how they answer. */
@Component
public final class AssemblyView implements View {

  private final Texts texts = Texts.of(AssemblyView.class);
  private final RunStore runs;
  private final RunExperiments experiments;
  private final Late<Assembler> assembler;
  private final PiecePools pools;
  private final Late<ServedTrials> trials;

  /** Takes what reads and serves trials again. */
  @Activate
  public AssemblyView(
      @Reference RunStore runs,
      @Reference RunExperiments experiments,
      @Reference ComponentServiceObjects<Assembler> assembler,
      @Reference PiecePools pools,
      @Reference ComponentServiceObjects<ServedTrials> trials) {
    this.runs = runs;
    this.experiments = experiments;
    this.assembler = new Late<>(assembler);
    this.pools = pools;
    this.trials = new Late<>(trials);
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "assembly",
        texts.get("title"),
        texts.get("help"),
        AssemblyView.class.getResource("assembly.svg"),
        Area.CENTRE,
        7);
  }

  @Override
  public JComponent open(Desk desk) {
    return new AssemblyPanel(desk, texts, this);
  }

  StoredRun run(String id) {
    return runs.find(id);
  }

  TrialPieces read(StoredRun run, StoredTrial trial) {
    return TrialPieces.read(trial, experiments.of(run), assembler.get());
  }

  List<ChosenPiece> chosen(TrialPieces trial, int target) {
    return trial.chosen(target, pools);
  }

  LazyTrial served(TrialPieces trial) {
    return new LazyTrial(trials::get, trial.experiment(), trial.trial());
  }
}
