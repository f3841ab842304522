package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.experiment.plugin.Plugins;

/** A pool of a million pieces, and assembly from it, in bounded memory. */
@Component(service = Benchmark.class)
public final class MillionBenchmark implements Benchmark {

  private static final int SHARERS = 7813;
  private static final double RATIO = 0.2;
  private static final int ITEMS = 40;
  private static final int TOKENS = 64;
  private static final int REPETITIONS = 10;
  private static final DecoderConfig MODEL =
      new DecoderConfig(16, 32, 2, 2, 8, 32, 512, 1e-5, 10_000, 128, false, 1, 2);

  private final PoolWorkload workload;

  /** Takes the plug-ins. */
  @Activate
  public MillionBenchmark(@Reference Plugins plugins) {
    workload = new PoolWorkload(plugins);
  }

  @Override
  public String name() {
    return "pool-million";
  }

  @Override
  public String summary() {
    return "A pool of a million pieces: open, offer a fifth, find near gates, assemble for one target,"
        + " and the memory that it takes.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("slots", String.valueOf(MODEL.layers() * 4));
    configuration.put("sharers", String.valueOf(SHARERS));
    configuration.put("LoRA", "rank 8 on modules of width " + MODEL.width());
    configuration.put("history", ITEMS + " items of " + TOKENS + " tokens");
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = bench.models().create(MODEL, Path.of("no-tokenizer.json"), 7, scope)) {
      Adapters adapters = bench.lora().on(model);
      List<Slot> slots = workload.slots(bench.lora(), model);
      Map<String, Double> before = HeldMemory.figures();
      try (GeneratedPool pool =
          GeneratedPool.of(bench.pools(), adapters, slots, SHARERS, scope, progress)) {
        lines.add(new Measurement("put the pieces of a slot", pool.put(), before));
        Spread opened =
            Repeated.of(() -> bench.pools().openExisting(pool.directory()).close(), progress);
        lines.add(new Measurement("open", opened, Map.of()));
        try (PiecePool open = bench.pools().openExisting(pool.directory())) {
          String slot = slots.get(slots.size() / 2).key();
          Spread offered = Repeated.of(() -> open.offer(slot, RATIO, 1), progress);
          lines.add(
              new Measurement("offer a fifth of a slot's pieces", offered, HeldMemory.figures()));
          lines.addAll(new GateSearchLines(open.offer(slot, 1, 1), scope).measure(progress));
        }
        TimedAssembly assembly =
            new TimedAssembly(
                bench, model, adapters, slots, workload.gating(), List.of(history()), RATIO);
        Measurement assembled =
            assembly.measure(
                "assemble from a fifth of the pool", pool.directory(), REPETITIONS, progress);
        Map<String, Double> figures = new LinkedHashMap<>(assembled.figures());
        figures.putAll(HeldMemory.figures());
        lines.add(new Measurement(assembled.what(), assembled.seconds(), figures));
      }
    }
    return lines;
  }

  private static List<Example> history() {
    SplittableRandom random = new SplittableRandom(2);
    List<Example> history = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      int[] tokens = random.ints(TOKENS, 3, MODEL.vocabulary()).toArray();
      int prompt = TOKENS - Workload.ANSWER;
      history.add(
          AnswerExample.of(
              Arrays.copyOf(tokens, prompt), Arrays.copyOfRange(tokens, prompt, TOKENS)));
    }
    return history;
  }
}
