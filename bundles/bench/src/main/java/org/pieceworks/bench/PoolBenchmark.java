package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.experiment.plugin.Plugins;

/** A pool of about 100,000 pieces: put, open, get, verify, and the memory that it takes. */
@Component(service = Benchmark.class)
public final class PoolBenchmark implements Benchmark {

  static final int SHARERS = 4167;
  private static final int GETS = 1000;

  /** As {@link Workload}, a sixteenth as wide: what a pool does does not depend on it much. */
  private static final DecoderConfig MODEL =
      new DecoderConfig(16, 6, 2, 2, 8, 32, 512, 1e-5, 10_000, 128, false, 1, 2);

  private final PoolWorkload workload;

  /** Takes the plug-ins. */
  @Activate
  public PoolBenchmark(@Reference Plugins plugins) {
    workload = new PoolWorkload(plugins);
  }

  @Override
  public String name() {
    return "pool";
  }

  @Override
  public String summary() {
    return "A pool of 100,000 pieces: put, open, get and verify, and the memory that it takes.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("slots", String.valueOf(MODEL.layers() * 4));
    configuration.put("sharers", String.valueOf(SHARERS));
    configuration.put("LoRA", "rank 8 on modules of width " + MODEL.width());
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = bench.models().create(MODEL, Path.of("no-tokenizer.json"), 7, scope)) {
      Adapters adapters = bench.lora().on(model);
      List<Slot> slots = workload.slots(bench.lora(), model);
      try (GeneratedPool pool =
          GeneratedPool.of(bench.pools(), adapters, slots, SHARERS, scope, progress)) {
        return measure(bench, pool, slots, scope, progress);
      }
    }
  }

  private static List<Measurement> measure(
      Bench bench, GeneratedPool pool, List<Slot> slots, NDManager scope, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    Spread put = pool.put();
    lines.add(line("put the pieces of a slot", put, SHARERS));
    Spread opened =
        Repeated.of(() -> bench.pools().openExisting(pool.directory()).close(), progress);
    lines.add(new Measurement("open", opened, Map.of()));
    try (PiecePool open = bench.pools().openExisting(pool.directory())) {
      int pieces = open.size().pieces();
      String slot = slots.get(slots.size() / 2).key();
      lines.add(
          line(
              "offer a fifth of a slot's pieces",
              Repeated.of(() -> open.offer(slot, 0.2, 1), progress),
              SHARERS));
      SplittableRandom random = new SplittableRandom(1);
      Spread got =
          Repeated.of(
              () -> {
                try (NDManager each = scope.newSubManager()) {
                  for (int i = 0; i < GETS; i++) {
                    open.read(open.piece(random.nextInt(pieces)).orElseThrow(), each);
                  }
                }
              },
              progress);
      lines.add(line("get " + GETS + " pieces by number", got, GETS));
      lines.add(
          line(
              "verify all pieces",
              Repeated.of(() -> open.verify(Progress.SILENT), progress),
              pieces));
      Spread identity = Repeated.of(open::id, progress);
      lines.add(new Measurement("tell the pool's identity", identity, HeldMemory.figures()));
    }
    return lines;
  }

  private static Measurement line(String what, Spread seconds, int pieces) {
    return new Measurement(what, seconds, Map.of("pieces/s", pieces / seconds.median()));
  }
}
