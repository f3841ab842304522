package org.pieceworks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunListener;
import org.pieceworks.experiment.run.RunOptions;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.trial.StageTime;

/** What a sweep over the number of sharers takes beside its largest point alone. */
@Component(service = Benchmark.class)
public final class SweepBenchmark implements Benchmark {

  private static final String EXPERIMENT =
      """
      name: sweep
      dataset: {use: personas, task: tagging}
      split: {base: 60, candidates: 60, targets: 16}
      sharers: {count: 60, selection: cluster}
      gating: prototype
      """;

  private static final String POINTS = "sweep: [{sharers.count: [5, 10, 20, 30, 40, 60]}]\n";
  private static final int ROUNDS = 2;

  @Override
  public String name() {
    return "sweep";
  }

  @Override
  public String summary() {
    return "A sweep over six numbers of sharers, beside its largest point alone; each in a fresh"
        + " home.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("data set", "personas, 60 base users, 60 candidates, 16 targets");
    configuration.put("sharers", "5, 10, 20, 30, 40, 60");
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    for (String gating : List.of("prototype", "sigmoid")) {
      String line = "six points, " + gating;
      if (bench.wants(line)) {
        lines.add(measure(bench, line, gating, progress));
      }
    }
    return lines;
  }

  private static Measurement measure(Bench bench, String line, String gating, Progress progress) {
    double[] all = new double[ROUNDS];
    double[] largest = new double[ROUNDS];
    Map<String, Double> allStages = Map.of();
    Map<String, Double> largestStages = Map.of();
    for (int round = 0; round < ROUNDS; round++) {
      progress.report(round, ROUNDS, "rounds");
      Timed one = run(bench, gating, "", progress);
      Timed six = run(bench, gating, POINTS, progress);
      largest[round] = one.seconds();
      all[round] = six.seconds();
      largestStages = one.stages();
      allStages = six.stages();
    }
    Spread six = Spread.of(all);
    Spread one = Spread.of(largest);
    for (Map.Entry<String, Double> stage : allStages.entrySet()) {
      bench.note(
          String.format(
              Locale.ROOT,
              "%s, stage %s: %.2f s, the largest point alone %.2f s",
              gating,
              stage.getKey(),
              stage.getValue(),
              largestStages.getOrDefault(stage.getKey(), 0.0)));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("largest point alone, ms", 1e3 * one.median());
    figures.put("ratio", six.median() / one.median());
    figures.put("ratio of the least", six.least() / one.least());
    return new Measurement(line, six, figures);
  }

  /** Seconds of a run, and of what it made by the stage. */
  private record Timed(double seconds, Map<String, Double> stages) {}

  private static Timed run(Bench bench, String gating, String sweep, Progress progress) {
    try (Temporary folder = Temporary.create()) {
      Path file = folder.resolve("sweep.yaml");
      write(file, EXPERIMENT.replace("prototype", gating) + sweep);
      Experiment experiment =
          bench
              .files()
              .read(file, List.of(), Optional.empty(), Optional.of(bench.options().device()));
      long start = System.nanoTime();
      StoredRun run =
          bench
              .experiments()
              .in(new Home(folder.resolve("home")))
              .run(experiment, new RunOptions(folder.resolve("out"), false), new Listener(progress))
              .run();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!run.failed().isEmpty()) {
        throw new IllegalStateException(
            "a trial failed: " + run.failed().get(0).error().orElseThrow().message());
      }
      return new Timed(seconds, stages(run));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Every product once, whichever trial made it. */
  private static Map<String, Double> stages(StoredRun run) {
    Map<String, Double> seconds = new TreeMap<>();
    Set<String> seen = new LinkedHashSet<>();
    run.done().stream()
        .flatMap(trial -> trial.result().orElseThrow().provenance().stages().stream())
        .filter(stage -> seen.add(stage.stage() + stage.key()))
        .forEach((StageTime stage) -> seconds.merge(stage.stage(), stage.seconds(), Double::sum));
    return seconds;
  }

  private record Listener(Progress progress) implements RunListener {

    @Override
    public boolean cancelled() {
      return Thread.currentThread().isInterrupted();
    }
  }
}
