package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.User;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.PieceContent;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.experiment.stage.CodeVersion;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/** Puts the sharers' pieces into a pool of their own. */
record PoolStage(Scope scope, PieceScheme scheme, List<User> sharers, StageKey gates) {

  private static final int VERSION = 2;
  private static final String DIRECTORY = "pool";

  StageKey key() {
    return scope
        .stages()
        .key("pool", VERSION)
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
      List<PieceContent> contents = new ArrayList<>();
      Map<String, Bank> cut = scheme.cut(bank, manager);
      for (int sharer = 0; sharer < sharers.size(); sharer++) {
        for (Slot slot : scheme.slots()) {
          contents.add(piece(cut.get(slot.key()), vectors, slot, sharer, manager));
        }
      }
      pool.put(contents, progress);
    }
  }

  private PieceContent piece(Bank cut, Gates vectors, Slot slot, int sharer, NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    cut.flat().forEach((name, all) -> tensors.put(name, member(all, sharer, manager)));
    NDArray gate = member(vectors.vectors().get(slot.key()), sharer, manager);
    return new PieceContent(sharers.get(sharer).id(), slot.key(), tensors, gate);
  }

  private static NDArray member(NDArray all, int member, NDManager manager) {
    NDArray one = all.get(member);
    one.attach(manager);
    return one;
  }
}
