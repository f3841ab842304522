package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.data.User;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.method.Assembled;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.experiment.stage.StageKey;

/** The personal side of a trial, from the sharers to the targets' assembled adapters. */
final class Personal {

  private final Scope scope;
  private final ServedModel served;
  private final BoundPeft peft;
  private final EmbeddingStages embeddings;
  private final SelectionStage selection;
  private final AdapterStages adapters;
  private final PieceSettings pieces;
  private List<User> sharers;
  private OptionalDouble scoreHubness = OptionalDouble.empty();

  /** How adapters become pieces, and pieces adapters. */
  record PieceSettings(
      PieceScheme scheme,
      ConfiguredGating<?> gating,
      double sharingRatio,
      AssemblyOptions assembly) {}

  Personal(
      Scope scope,
      ServedModel served,
      EmbeddingStages embeddings,
      SelectionStage selection,
      AdapterStages adapters,
      PieceSettings pieces) {
    this.scope = scope;
    this.served = served;
    this.peft = adapters.peft();
    this.embeddings = embeddings;
    this.selection = selection;
    this.adapters = adapters;
    this.pieces = pieces;
  }

  BaseModel model() {
    return served.model();
  }

  BoundPeft peft() {
    return peft;
  }

  EmbeddingStages embeddings() {
    return embeddings;
  }

  AdapterStages adapters() {
    return adapters;
  }

  /** The sharers, selected on first use. */
  List<User> sharers() {
    if (sharers == null) {
      sharers = selection.sharers();
    }
    return sharers;
  }

  /** Whether any method asked for the sharers. */
  boolean selected() {
    return sharers != null;
  }

  /** The targets' adapters, assembled from the sharers' pool. */
  Assembled assembled(NDManager manager) {
    try (NDManager working = manager.newSubManager();
        PiecePool pool = pool(working)) {
      AssemblyStage.Made made = assembly().made(pool, manager);
      scoreHubness = made.scoreHubness();
      return made.assembled();
    }
  }

  /**
   * The share of the scores that is the same for every target; empty where it cannot be told, or
   * nothing was assembled.
   */
  OptionalDouble scoreHubness() {
    return scoreHubness;
  }

  /** The scores of the offered pieces for one target, by piece number. */
  Map<Integer, Float> scores(int target, Progress progress) {
    try (NDManager working = scope.manager().newSubManager();
        PiecePool pool = pool(working)) {
      return assembly().scores(pool, target, progress);
    }
  }

  /** Who shared each piece of some assemblies. */
  Map<Integer, String> sharerOfPiece(List<Assembly> assemblies) {
    try (NDManager working = scope.manager().newSubManager();
        PiecePool pool = pool(working)) {
      Map<Integer, String> sharer = new TreeMap<>();
      assemblies.stream()
          .flatMap(assembly -> assembly.pieces().values().stream())
          .flatMap(List::stream)
          .map(WeightedPiece::piece)
          .distinct()
          .forEach(number -> sharer.put(number, pool.piece(number).orElseThrow().sharer()));
      return sharer;
    }
  }

  /** Opens the pool; adapters and gates are read only where something is still to be made. */
  private PiecePool pool(NDManager working) {
    List<User> candidates = scope.split().candidates();
    adapters.resolve(sharers(), candidates);
    Supplier<Bank> bank = Lazy.of(() -> adapters.of(sharers(), candidates, working).bank());
    GateStage gates = gates();
    gates.resolve();
    return poolStage().open(bank, () -> gates.read(working));
  }

  private GateStage gates() {
    return new GateStage(adapters, pieces.gating(), pieces.scheme(), sharers());
  }

  private PoolStage poolStage() {
    StageKey gates = gates().key();
    return new PoolStage(scope, pieces.scheme(), sharers(), gates);
  }

  private AssemblyStage assembly() {
    return new AssemblyStage(
        scope,
        served,
        peft,
        pieces.gating(),
        pieces.assembly(),
        pieces.sharingRatio(),
        pieces.scheme(),
        poolStage().key());
  }
}
