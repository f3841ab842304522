package org.pieceworks.ui.internal.view.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JComponent;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.Work;
import org.pieceworks.ui.internal.task.Late;

/** The pieces of a pool: a run's, the user's own, or any. */
@Component
public final class PoolView implements View {

  private final Texts texts = Texts.of(PoolView.class);
  private final RunStore runs;
  private final PiecePools pools;
  private final Late<ExecutionEngine> engine;

  /** Takes what opens and reads pools. */
  @Activate
  public PoolView(
      @Reference RunStore runs,
      @Reference PiecePools pools,
      @Reference ComponentServiceObjects<ExecutionEngine> engine) {
    this.runs = runs;
    this.pools = pools;
    this.engine = new Late<>(engine);
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "pool",
        texts.get("title"),
        texts.get("help"),
        PoolView.class.getResource("pool.svg"),
        Area.CENTRE,
        6);
  }

  @Override
  public JComponent open(Desk desk) {
    return new PoolPanel(desk, texts, runs, this);
  }

  PoolFolder folder(Path directory) {
    return new PoolFolder(pools, directory);
  }

  PoolReading reading(Path directory) {
    return new PoolReading(folder(directory), engine);
  }

  /** Reads the catalogue of a pool. */
  Work<PieceColumns> catalogue(PoolChoice choice) {
    return progress -> {
      if (choice.own() && !Files.exists(choice.directory())) {
        throw BadInputException.of(
            choice.directory().toString(), "no pool", texts.get("expected.own"));
      }
      try (PiecePool pool = folder(choice.directory()).open()) {
        return PieceColumns.read(pool, progress);
      }
    };
  }
}
