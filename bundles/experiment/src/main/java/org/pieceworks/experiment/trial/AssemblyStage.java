package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ObjDoubleConsumer;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.AssemblyResult;
import org.pieceworks.api.assembly.PieceSearch;
import org.pieceworks.api.data.User;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.method.Assembled;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.experiment.stage.CodeVersion;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/**
 * Assembles the targets' adapters from what a pool offers. What is kept is what a target keeps, the
 * encoded assemblies; the adapters are expanded from them again.
 *
 * @param ratio the share of pieces that is offered
 */
record AssemblyStage(
    Scope scope,
    ServedModel served,
    BoundPeft peft,
    ConfiguredGating<?> gating,
    AssemblyOptions options,
    double ratio,
    PieceScheme scheme,
    StageKey pool) {

  private static final int VERSION = 3;
  static final String STAGE = "assembly";
  static final String FILE = "assemblies.bin";
  private static final String ASSEMBLE_SECONDS = "assemble_seconds";
  private static final String SCORE_HUBNESS = "score_hubness";

  StageKey key() {
    return scope
        .stages()
        .key(STAGE, VERSION)
        .after("pool", pool)
        .with("model", served.key())
        .with("peft", peft.key())
        .with("decomposition", scheme.key())
        .with("code", CodeVersion.of(scope.services().assembler()))
        .with("encoding", ExampleEncoder.VERSION)
        .with("task", scope.dataset().task())
        .with("targets", Users.histories(scope.split().targets()))
        .with("gating", PluginKey.of(gating.model(), gating.options()))
        .with("options", options)
        .with("ratio", ratio)
        .with("seed", scope.seed("assembly"))
        .build();
  }

  /**
   * What was assembled.
   *
   * @param scoreHubness the share of the scores that is the same for every target; empty where it
   *     cannot be told
   */
  record Made(Assembled assembled, OptionalDouble scoreHubness) {}

  /**
   * The targets' adapters.
   *
   * @param manager holds the bank
   */
  Made made(PiecePool open, NDManager manager) {
    List<User> targets = scope.split().targets();
    Map<String, SlotPieces> offered = offered(open);
    Stage stage =
        scope
            .stages()
            .resolve(
                key(),
                targets.size(),
                (directory, facts, progress) ->
                    assemble(open, offered, directory, facts, progress));
    Assembler assembler = scope.services().assembler();
    List<byte[]> encoded = Blobs.read(stage.file(FILE));
    List<Assembly> assemblies = encoded.stream().map(assembler::decode).toList();
    Bank bank = assembler.expand(assemblies, scheme.slots(), offered, peft.adapters(), manager);
    double bytes = encoded.stream().mapToInt(one -> one.length).average().orElse(0);
    double seconds = stage.fact(ASSEMBLE_SECONDS) / targets.size();
    return new Made(new Assembled(bank, assemblies, seconds, bytes), hubness(stage));
  }

  private static OptionalDouble hubness(Stage stage) {
    Double noted = stage.facts().get(SCORE_HUBNESS);
    return noted == null ? OptionalDouble.empty() : OptionalDouble.of(noted);
  }

  /** Only what is chosen is read, and restored. */
  private Map<String, SlotPieces> offered(PiecePool open) {
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    for (Slot slot : scheme.slots()) {
      SlotPieces shared = open.offer(slot.key(), ratio, scope.seed("sharing"));
      offered.put(
          slot.key(),
          shared.with((read, manager) -> scheme.restore(slot, read, peft.adapters(), manager)));
    }
    return offered;
  }

  private void assemble(
      PiecePool open,
      Map<String, SlotPieces> offered,
      Path directory,
      ObjDoubleConsumer<String> facts,
      Progress progress) {
    try (NDManager manager = scope.manager().newSubManager()) {
      long start = System.nanoTime();
      AssemblyResult result = assembled(scope.split().targets(), open, offered, manager, progress);
      facts.accept(ASSEMBLE_SECONDS, (System.nanoTime() - start) / 1e9);
      if (options.search() == PieceSearch.EXACT) {
        Hubness.of(result.scores()).ifPresent(share -> facts.accept(SCORE_HUBNESS, share));
      }
      Assembler assembler = scope.services().assembler();
      Blobs.write(
          directory.resolve(FILE), result.assemblies().stream().map(assembler::encode).toList());
    }
  }

  private AssemblyResult assembled(
      List<User> targets,
      PiecePool open,
      Map<String, SlotPieces> offered,
      NDManager manager,
      Progress progress) {
    AssemblyRequest request =
        new AssemblyRequest(
            scheme.slots(),
            offered,
            open.id(),
            Users.ids(targets),
            served.encoder().histories(targets),
            options,
            scope.seed("assembly"),
            scope.dataset().truth());
    return scope
        .services()
        .assembler()
        .assemble(served.model(), peft.adapters(), gating, request, manager, progress);
  }

  /** The scores of the offered pieces for one target, by piece number; nothing of it is kept. */
  Map<Integer, Float> scores(PiecePool open, int target, Progress progress) {
    Map<String, SlotPieces> offered = offered(open);
    Map<Integer, Float> scores = new HashMap<>();
    try (NDManager manager = scope.manager().newSubManager()) {
      List<User> one = List.of(scope.split().targets().get(target));
      float[][][] found = assembled(one, open, offered, manager, progress).scores();
      for (int s = 0; s < found.length; s++) {
        SlotPieces pieces = offered.get(scheme.slots().get(s).key());
        for (int p = 0; p < found[s][0].length; p++) {
          scores.put(pieces.number(p), found[s][0][p]);
        }
      }
    }
    return scores;
  }
}
