package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.SlotPieces;

/**
 * Assembles from a pool and tells what each part took. All parts are timed within one and the same
 * assembly, by watches around the services that it calls, so no part is a difference of two runs:
 *
 * <ul>
 *   <li>the pass: the model's own time, and that of the adapters' arithmetic at its sites, which
 *       must be done whatever is chosen;
 *   <li>scoring: the gating model;
 *   <li>the pool: opening it, its catalogue, gates, and pieces with their hashes;
 *   <li>choosing and merging: all the rest, so with reading the activations, making the batch, and
 *       expanding what was chosen once more at the end.
 * </ul>
 *
 * <p>On a graphics card calls return before the work is done, so there only the whole is to be
 * trusted.
 *
 * @param ratio the share of the pieces that is offered
 */
record TimedAssembly(
    Bench bench,
    Decoder model,
    Adapters adapters,
    List<Slot> slots,
    ConfiguredGating<?> gating,
    List<List<Example>> histories,
    double ratio) {

  private static final long SEED = 11;
  private static final double MILLISECONDS = 1e3;
  private static final AssemblyOptions OPTIONS =
      new AssemblyOptions(3, 1, 0, 1, 0, 1, ChoiceScope.SLOT, MergeForm.PRODUCT, 0, 0);

  /** What one repetition took, in seconds for all targets. */
  private record Parts(double whole, double pass, double pool, double score, long bytes) {}

  /** Repeats it. */
  Measurement measure(String what, Path pool, int repetitions, Progress progress) {
    once(pool);
    List<Parts> parts = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      progress.checkCancelled();
      parts.add(once(pool));
    }
    int targets = histories.size();
    Spread whole = Spread.of(parts.stream().mapToDouble(p -> p.whole() / targets).toArray());
    double pass = median(parts.stream().mapToDouble(Parts::pass).toArray()) / targets;
    double read = median(parts.stream().mapToDouble(Parts::pool).toArray()) / targets;
    double score = median(parts.stream().mapToDouble(Parts::score).toArray()) / targets;
    double rest =
        median(
                parts.stream()
                    .mapToDouble(p -> p.whole() - p.pass() - p.pool() - p.score())
                    .toArray())
            / targets;
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("pass, ms", pass * MILLISECONDS);
    figures.put("scoring, ms", score * MILLISECONDS);
    figures.put("choosing and merging, ms", rest * MILLISECONDS);
    figures.put("pool, ms", read * MILLISECONDS);
    figures.put("share of scoring in the pass", score / pass);
    figures.put("share of scoring, choosing, merging in the pass", (score + rest) / pass);
    figures.put("bytes read", (double) parts.get(0).bytes() / targets);
    return new Measurement(what, whole, figures);
  }

  private static double median(double... values) {
    return Spread.of(values).median();
  }

  private Parts once(Path directory) {
    Stopwatch reading = new Stopwatch();
    Stopwatch scoring = new Stopwatch();
    Stopwatch passes = new Stopwatch();
    Stopwatch sites = new Stopwatch();
    Stopwatch arithmetic = new Stopwatch();
    ConfiguredGating<NoOptions> timed =
        new ConfiguredGating<>(new TimedGating(gating, scoring), new NoOptions());
    Decoder watched = TimedModel.of(model, passes, sites);
    try (NDManager scope = bench.manager().newSubManager()) {
      long start = System.nanoTime();
      try (PiecePool pool = reading.time(() -> bench.pools().openExisting(directory))) {
        AssemblyRequest request =
            new AssemblyRequest(
                slots,
                offered(pool, reading),
                reading.time(pool::id),
                IntStream.range(0, histories.size()).mapToObj(t -> "target-" + t).toList(),
                histories,
                OPTIONS,
                SEED,
                Optional.empty());
        Adapters counted = new TimedAdapters(adapters, arithmetic);
        bench.assembler().assemble(watched, counted, timed, request, scope, Progress.SILENT);
        double whole = (System.nanoTime() - start) / 1e9;
        double pass = passes.take() - sites.take() + arithmetic.take();
        return new Parts(whole, pass, reading.take(), scoring.take(), pool.bytesRead());
      }
    }
  }

  private Map<String, SlotPieces> offered(PiecePool pool, Stopwatch watch) {
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    for (Slot slot : slots) {
      SlotPieces pieces = watch.time(() -> pool.offer(slot.key(), ratio, SEED));
      offered.put(slot.key(), new TimedPieces(pieces, watch));
    }
    return offered;
  }
}
