package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/** A long training of a small bank: does memory stand still? */
@Component(service = Benchmark.class)
public final class SoakBenchmark implements Benchmark {

  private static final int STEPS = 10_000;
  private static final int EVERY = 100;
  private static final int SHOWN = 10;
  private static final DecoderConfig MODEL =
      new DecoderConfig(64, 2, 4, 4, 16, 168, 512, 1e-5, 10_000, 1024, false, 1, 2);
  private static final StepShape SHAPE = new StepShape(4, 2, 32);

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String summary() {
    return "Resident memory over 10,000 steps of LoRA training; --out DIR keeps the curve.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("width", String.valueOf(MODEL.width()));
    configuration.put("layers", String.valueOf(MODEL.layers()));
    configuration.put("steps", STEPS + " of " + SHAPE);
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    if (ProcessMemory.residentBytes() == 0) {
      bench.note("skipped: this system does not say how much memory a process holds.");
      return List.of();
    }
    MemoryCurve curve = new MemoryCurve();
    StepClock clock = new StepClock(progress);
    train(bench, new Watch(clock, curve, progress));
    note(bench, curve);
    bench.options().out().ifPresent(directory -> write(bench, curve, directory));
    double last = curve.points().get(curve.points().size() - 1).bytes();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("MB at the end", last / Measurement.MEGABYTE);
    figures.put("drift", curve.drift());
    return List.of(new Measurement("a step", Spread.of(clock.seconds(EVERY)), figures));
  }

  private static void train(Bench bench, Progress watch) {
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = bench.models().create(MODEL, Path.of("no-tokenizer.json"), 7, scope)) {
      Adapters adapters = bench.lora().on(model);
      try (Bank bank = adapters.create(SHAPE.members(), 1, scope)) {
        bench
            .trainer()
            .train(
                model,
                Workload.histories(SHAPE, MODEL.vocabulary(), 1),
                bank.flat(),
                now -> adapters.adaptation(Bank.ofFlat(now), true),
                TrainSteps.options(SHAPE.rows()),
                Collections.nCopies(STEPS, TrainSteps.step(SHAPE)),
                gradients -> {},
                watch);
      }
    }
  }

  private static void note(Bench bench, MemoryCurve curve) {
    List<MemoryCurve.Point> points = curve.points();
    bench.note("steps: resident memory");
    for (int i = 0; i < points.size(); i += Math.max(1, points.size() / SHOWN)) {
      bench.note(
          String.format(
              Locale.ROOT,
              "%5d: %.1f MB",
              points.get(i).step(),
              points.get(i).bytes() / Measurement.MEGABYTE));
    }
    bench.note(
        String.format(
            Locale.ROOT,
            "%s: after the first tenth the most is %.1f %% above the least",
            curve.flat() ? "flat" : "not flat",
            100 * curve.drift()));
  }

  private static void write(Bench bench, MemoryCurve curve, Path directory) {
    try {
      Files.createDirectories(directory);
      curve.writeCsv(directory.resolve("memory.csv"));
      curve.writePng(directory.resolve("memory.png"));
      bench.note("curve: " + directory.resolve("memory.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the curve: " + e.getMessage(), e);
    }
  }

  /** Looks at the memory every so many steps. */
  private record Watch(StepClock clock, MemoryCurve curve, Progress outer) implements Progress {

    @Override
    public void report(long done, long total, String unit) {
      clock.report(done, total, unit);
      if (done % EVERY == 0) {
        curve.add(done, ProcessMemory.residentBytes());
        outer.report(done, total, unit);
      }
    }

    @Override
    public void checkCancelled() {
      outer.checkCancelled();
    }
  }
}
