package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.AssemblyResult;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.pool.HeldPieces;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.SlotPieces;

/** Random sharers in a pool of their own, and targets to be assembled from them. */
final class PooledSharers implements AutoCloseable {

  private static final int TARGETS = 4;
  private static final int ROWS = 16;
  private static final int TOKENS = 32;
  private static final int TOP_K = 3;

  /** What is assembled from what. */
  static final String DESCRIPTION =
      "%d targets with %d rows of %d tokens each, %d pieces a slot"
          .formatted(TARGETS, ROWS, TOKENS, TOP_K);

  private static final long SEED = 3;
  private static final AssemblyOptions OPTIONS =
      new AssemblyOptions(TOP_K, 1, 0, 1, 0, 1, ChoiceScope.SLOT, MergeForm.FACTOR_AVERAGE, 0, 0);

  private final NDManager manager;
  private final Bench bench;
  private final Adapters adapters;
  private final List<Slot> slots;
  private final Bank bank;
  private final Map<String, NDArray> gates = new LinkedHashMap<>();
  private final List<List<Example>> histories = Workload.histories(TARGETS, ROWS, TOKENS, SEED);
  private final Path directory;
  private final Map<Integer, Integer> sharers = new HashMap<>();
  private Map<String, SlotPieces> held = Map.of();

  private PooledSharers(int count, Contest contest) {
    bench = contest.bench();
    manager = bench.manager().newSubManager();
    adapters = bench.lora().on(contest.model());
    AdapterPlan plan = AdapterPlan.of(bench.lora().form(), contest.model().sites(), Workload.MODEL);
    slots = bench.plugged().decomposition("module").slots(plan);
    bank = Workload.adapters(adapters, count, manager);
    SplittableRandom random = new SplittableRandom(SEED);
    for (Slot slot : slots) {
      int in = slot.gate().in();
      float[] values = new float[count * in];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
      gates.put(slot.key(), manager.create(values, new Shape(count, in)));
    }
    directory = contest.directory().resolve("pool-" + count);
  }

  /** Fills a pool. */
  static PooledSharers of(int count, Contest contest, Progress progress) {
    PooledSharers sharers = new PooledSharers(count, contest);
    try (PiecePool pool = contest.bench().pools().open(sharers.directory)) {
      if (pool.slots().isEmpty()) {
        sharers.fill(pool, progress);
      }
      try (Stream<Piece> pieces = pool.pieces()) {
        pieces.forEach(
            piece -> sharers.sharers.put(piece.number(), Integer.parseInt(piece.sharer())));
      }
    }
    return sharers;
  }

  private void fill(PiecePool pool, Progress progress) {
    List<PieceBlock> blocks = new ArrayList<>();
    for (Slot slot : slots) {
      blocks.add(new PieceBlock(slot.key(), names(), own(slot), gates.get(slot.key())));
    }
    pool.put(blocks, progress);
  }

  private List<String> names() {
    return IntStream.range(0, bank.members()).mapToObj(Integer::toString).toList();
  }

  private Bank own(Slot slot) {
    Map<Site, Map<String, NDArray>> own = new LinkedHashMap<>();
    slot.sites().forEach(site -> own.put(site, bank.tensors().get(site)));
    return new Bank(own);
  }

  private static NDArray one(NDArray all, int member, NDManager scope) {
    NDArray one = all.get(member);
    one.attach(scope);
    return one;
  }

  /** The keys of the slots, in forward order. */
  List<String> slots() {
    return slots.stream().map(Slot::key).toList();
  }

  /** Gives the peer the same sharers and targets. */
  void hand(Contest contest) {
    try (NDManager scope = manager.newSubManager()) {
      Map<String, NDArray> tensors = PeerRows.of(histories, scope);
      // All members of a bank start from the same A, which these still have.
      bank.flat()
          .forEach(
              (name, all) -> tensors.put(name, name.endsWith(".A") ? one(all, 0, scope) : all));
      gates.forEach((slot, all) -> tensors.put(slot + ".gate", all));
      contest.hand(
          "assembly",
          tensors,
          Map.of("sharers", bank.members(), "targets", TARGETS, "top_k", TOP_K, "temperature", 1));
    }
  }

  /** Takes all pieces from memory from now on. */
  void hold() {
    try (PiecePool pool = bench.pools().openExisting(directory)) {
      held = offered(pool);
      held.replaceAll(
          (slot, all) ->
              new HeldPieces(
                  slot,
                  IntStream.range(0, all.size()).map(all::number).toArray(),
                  all.sharers(),
                  all.read(IntStream.range(0, all.size()).toArray(), manager),
                  gates.get(slot)));
    }
  }

  private Map<String, SlotPieces> offered(PiecePool open) {
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    slots.forEach(slot -> offered.put(slot.key(), open.offer(slot.key(), 1, SEED)));
    return offered;
  }

  /**
   * Assembles for all targets.
   *
   * @param chosen filled with the sharers of each target's slots, best first
   * @return seconds
   */
  double assemble(Contest contest, List<List<Integer>> chosen, Progress progress) {
    ConfiguredGating<?> gating = bench.plugged().gating("prototype", "{}");
    long start = System.nanoTime();
    if (!held.isEmpty()) {
      return assemble(contest, gating, held, "held", start, chosen, progress);
    }
    try (PiecePool open = bench.pools().openExisting(directory)) {
      return assemble(contest, gating, offered(open), open.id(), start, chosen, progress);
    }
  }

  private double assemble(
      Contest contest,
      ConfiguredGating<?> gating,
      Map<String, SlotPieces> offered,
      String pool,
      long start,
      List<List<Integer>> chosen,
      Progress progress) {
    try (NDManager scope = manager.newSubManager()) {
      AssemblyRequest request =
          new AssemblyRequest(
              slots,
              offered,
              pool,
              IntStream.range(0, TARGETS).mapToObj(target -> "target " + target).toList(),
              histories,
              OPTIONS,
              SEED,
              Optional.empty());
      AssemblyResult result =
          bench.assembler().assemble(contest.model(), adapters, gating, request, scope, progress);
      double seconds = (System.nanoTime() - start) / 1e9;
      chosen.clear();
      result.assemblies().forEach(assembly -> add(assembly, chosen));
      return seconds;
    }
  }

  private void add(Assembly assembly, List<List<Integer>> chosen) {
    for (Slot slot : slots) {
      chosen.add(
          assembly.pieces().get(slot.key()).stream()
              .map(weighted -> sharers.get(weighted.piece()))
              .toList());
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
