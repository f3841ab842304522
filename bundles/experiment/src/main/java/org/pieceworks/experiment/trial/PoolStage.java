package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.User;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.experiment.stage.CodeVersion;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/** Puts the sharers' pieces into a pool of their own. */
record PoolStage(Scope scope, PieceScheme scheme, List<User> sharers, StageKey gates) {

  private static final int VERSION = 3;
  static final String STAGE = "pool";
  static final String DIRECTORY = "pool";

  StageKey key() {
    return scope
        .stages()
        .key(STAGE, VERSION)
        .after("gates", gates)
        .with("code", CodeVersion.of(scope.services().pools()))
        .build();
  }

  /**
   * The pool, open for reading.
   *
   * @param bank the sharers' adapters, asked for only where the pool is still to be filled
   * @param vectors their gates, likewise
   */
  PiecePool open(Supplier<Bank> bank, Supplier<Gates> vectors) {
    Stage stage =
        scope
            .stages()
            .resolve(
                key(),
                sharers.size(),
                (directory, facts, progress) ->
                    fill(bank.get(), vectors.get(), directory, progress));
    return scope.services().pools().openExisting(stage.file(DIRECTORY));
  }

  private void fill(Bank bank, Gates vectors, Path directory, Progress progress) {
    try (PiecePool pool = scope.services().pools().open(directory.resolve(DIRECTORY));
        NDManager manager = scope.manager().newSubManager()) {
      Map<String, Bank> cut = scheme.cut(bank, manager);
      List<String> ids = Users.ids(sharers);
      List<PieceBlock> blocks = new ArrayList<>();
      for (Slot slot : scheme.slots()) {
        NDArray gates = vectors.vectors().get(slot.key());
        blocks.add(new PieceBlock(slot.key(), ids, cut.get(slot.key()), gates));
      }
      pool.put(blocks, progress);
    }
  }
}
