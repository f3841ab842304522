package org.pieceworks.ui.internal.view.assembly;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.experiment.trial.TrialAssemblies;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.experiment.trial.TrialUsers;

/**
 * What a trial's targets keep.
 *
 * @param targets who is served
 * @param kept per target; empty where it is there no more
 */
record TrialPieces(
    StoredTrial trial, Experiment experiment, List<User> targets, List<TrialAssemblies.Kept> kept) {

  private static final String OPPU = "oppu";

  /** Reads it from the stage store; no model is loaded. */
  static TrialPieces read(StoredTrial trial, Experiment experiment, Assembler assembler) {
    TrialUsers users =
        TrialUsers.of(
            experiment.points().get(trial.point()).trial(), trial.seed(), experiment.folder());
    TrialProvenance provenance = trial.result().orElseThrow().provenance();
    try (StageStore store = new StageStore(Home.ofEnvironment().stages())) {
      List<TrialAssemblies.Kept> kept = TrialAssemblies.kept(provenance, store, assembler);
      return new TrialPieces(trial, experiment, users.split().targets(), kept);
    }
  }

  /** The pieces of a target, with who shared them. */
  List<ChosenPiece> chosen(int target, PiecePools pools) {
    Assembly assembly = kept.get(target).assembly();
    Path made = PoolFolder.made(trial).orElseThrow();
    Map<Integer, String> sharers = new HashMap<>();
    try (PiecePool pool = pools.openExisting(made)) {
      for (List<WeightedPiece> slot : assembly.pieces().values()) {
        for (WeightedPiece one : slot) {
          pool.piece(one.piece()).map(Piece::sharer).ifPresent(s -> sharers.put(one.piece(), s));
        }
      }
    }
    return ChosenPiece.of(assembly, sharers);
  }

  /** Bytes of an adapter of a target's own; empty where the trial trained none. */
  OptionalDouble ownBytes() {
    return trial.result().orElseThrow().methods().stream()
        .filter(method -> method.method().equals(OPPU))
        .flatMap(method -> method.cost().stream())
        .mapToDouble(Cost::bytes)
        .findFirst();
  }
}
