package org.pieceworks.report.internal.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.run.TrialError;
import org.pieceworks.experiment.trial.MethodResult;
import org.pieceworks.experiment.trial.MetricResult;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.experiment.trial.TrialResult;

/** Runs that look like real ones: values of users scatter around what a method reaches. */
public final class SampleRun {

  static final List<Long> SEEDS = List.of(0L, 1L, 2L);
  static final String DATASET = "personas-tagging";
  static final int TARGETS = 24;
  static final int QUERIES = 30;
  static final String SOURCE =
      """
      name: sample
      question: Does assembling pieces keep what an own adapter gains?
      dataset: {use: personas, task: tagging}   # a < b & c
      methods: [non-personalized, peft-retrieval, oppu, per-pcs]
      seeds: [0, 1, 2]
      sweep:
        - {sharers.count: [5, 10, 20, 40]}
        - {pool.sharing-ratio: [0.1, 0.2, 0.5, 1.0]}
      """;

  private SampleRun() {}

  /** Two numeric axes; one trial of a point failed. */
  public static StoredRun numeric() {
    Map<String, List<String>> axes = new LinkedHashMap<>();
    axes.put("sharers.count", List.of("5", "10", "20", "40"));
    axes.put("pool.sharing-ratio", List.of("0.1", "0.2", "0.5", "1.0"));
    Map<String, String> base = new LinkedHashMap<>();
    base.put("sharers.count", "20");
    base.put("pool.sharing-ratio", "1.0");
    List<Map<String, String>> points = new ArrayList<>();
    points.add(base);
    axes.forEach(
        (axis, values) ->
            values.forEach(
                value -> {
                  Map<String, String> point = new LinkedHashMap<>(base);
                  point.put(axis, value);
                  if (!points.contains(point)) {
                    points.add(point);
                  }
                }));
    List<StoredTrial> trials = new ArrayList<>();
    for (Map<String, String> point : points) {
      double sharers = Double.parseDouble(point.get("sharers.count"));
      double ratio = Double.parseDouble(point.get("pool.sharing-ratio"));
      double kept = (1 - Math.exp(-sharers / 7)) * (1 - 0.25 * Math.pow(1 - ratio, 2));
      for (long seed : SEEDS) {
        trials.add(trial(points.indexOf(point), seed, point, levels(kept, sharers)));
      }
    }
    StoredTrial last = trials.remove(trials.size() - 1);
    trials.add(
        new StoredTrial(
            last.point(),
            last.seed(),
            last.settings(),
            RunState.FAILED,
            Optional.empty(),
            Optional.of(
                new TrialError(
                    "pool: piece 17 does not match its hash <deadbeef>", true, "stack trace"))));
    return run(axes, base, trials);
  }

  /** One axis of words: the gate, on which only Per-Pcs depends. */
  public static StoredRun categorical() {
    Map<String, List<String>> axes =
        Map.of("gating", List.of("prototype", "sigmoid", "random", "uniform", "oracle"));
    Map<String, Double> kept =
        Map.of("prototype", .85, "sigmoid", .2, "random", .02, "uniform", -.05, "oracle", .99);
    List<StoredTrial> trials = new ArrayList<>();
    for (String gate : axes.get("gating")) {
      for (long seed : SEEDS) {
        trials.add(
            trial(
                axes.get("gating").indexOf(gate),
                seed,
                Map.of("gating", gate),
                levels(kept.get(gate), 20)));
      }
    }
    return run(axes, Map.of("gating", "prototype"), trials);
  }

  /** One point where all methods are equally good, up to chance. */
  public static StoredRun nothingToSee() {
    Map<String, Double> levels = new LinkedHashMap<>();
    for (String method : List.of("non-personalized", "peft-retrieval", "oppu", "per-pcs")) {
      levels.put(method, .5);
    }
    List<StoredTrial> trials = new ArrayList<>();
    for (long seed : SEEDS) {
      trials.add(trial(0, seed, Map.of(), levels));
    }
    return run(Map.of(), Map.of(), trials);
  }

  /** Errors, of which less is better. */
  public static StoredRun errors() {
    Map<String, Double> levels = new LinkedHashMap<>();
    levels.put("non-personalized", .5);
    levels.put("oppu", .2);
    levels.put("per-pcs", .25);
    List<StoredTrial> trials = new ArrayList<>();
    for (long seed : SEEDS) {
      List<MethodResult> methods = new ArrayList<>();
      levels.forEach(
          (method, level) -> {
            List<MetricResult.UserValue> values = metric("mae", method, level, seed).values();
            methods.add(
                new MethodResult(
                    method,
                    Optional.of(cost(method)),
                    List.of(new MetricResult("mae", false, values))));
          });
      trials.add(done(0, seed, Map.of(), DATASET, methods));
    }
    return run(Map.of(), Map.of(), trials);
  }

  /** Two tasks with a metric each: an axis that changes the data set itself. */
  public static StoredRun tasks() {
    Map<String, String> metrics = new LinkedHashMap<>();
    metrics.put("tagging", "accuracy");
    metrics.put("headline", "rougeL");
    List<StoredTrial> trials = new ArrayList<>();
    for (String task : metrics.keySet()) {
      for (long seed : SEEDS) {
        List<MethodResult> methods = new ArrayList<>();
        levels(.8, 20)
            .forEach(
                (method, level) ->
                    methods.add(
                        new MethodResult(
                            method,
                            method.startsWith("c") ? Optional.empty() : Optional.of(cost(method)),
                            List.of(metric(metrics.get(task), method, level, seed)))));
        trials.add(done(trials.size() / 3, seed, Map.of("dataset.task", task), task, methods));
      }
    }
    return run(
        Map.of("dataset.task", List.copyOf(metrics.keySet())),
        Map.of("dataset.task", "tagging"),
        trials);
  }

  /** A run that was stopped before any trial was done. */
  public static StoredRun unfinished() {
    StoredTrial waiting =
        new StoredTrial(0, 0, Map.of(), RunState.UNFINISHED, Optional.empty(), Optional.empty());
    return run(Map.of(), Map.of(), List.of(waiting));
  }

  private static Map<String, Double> levels(double kept, double sharers) {
    Map<String, Double> levels = new LinkedHashMap<>();
    levels.put("non-personalized", .442);
    levels.put("peft-retrieval", .45 + .22 * (1 - Math.exp(-sharers / 12)));
    levels.put("oppu", .728);
    levels.put("per-pcs", .442 + .27 * kept);
    levels.put("chance", .125);
    levels.put("ceiling-population", .431);
    levels.put("ceiling-personal", .744);
    return levels;
  }

  private static StoredRun run(
      Map<String, List<String>> axes, Map<String, String> base, List<StoredTrial> trials) {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("engine", "PyTorch 2.7.1");
    machine.put("java", "17.0.15");
    machine.put("operating system", "Linux 6.1 amd64");
    machine.put("processor cores", "2");
    machine.put("bundle org.pieceworks.peft", "0.1.0");
    machine.put("bundle org.pieceworks.gating", "0.1.0");
    return new StoredRun(
        "sample-1",
        "sample",
        "Does assembling pieces keep what an own adapter gains?",
        SOURCE,
        RunState.DONE,
        axes,
        base,
        SEEDS,
        machine,
        trials);
  }

  private static StoredTrial trial(
      int point, long seed, Map<String, String> settings, Map<String, Double> levels) {
    List<MethodResult> methods = new ArrayList<>();
    levels.forEach(
        (method, level) -> {
          boolean reference = method.startsWith("ceiling") || method.equals("chance");
          methods.add(
              new MethodResult(
                  method,
                  reference ? Optional.empty() : Optional.of(cost(method)),
                  List.of(
                      metric("accuracy", method, level, seed),
                      metric("macro_f1", method, level * .93, seed))));
        });
    return done(point, seed, settings, DATASET, methods);
  }

  private static StoredTrial done(
      int point,
      long seed,
      Map<String, String> settings,
      String dataset,
      List<MethodResult> methods) {
    return new StoredTrial(
        point,
        seed,
        settings,
        RunState.DONE,
        Optional.of(
            new TrialResult(
                dataset, methods, Optional.of(example()), figures(seed), provenance(seed))),
        Optional.empty());
  }

  private static Map<String, Double> figures(long seed) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("affinity_chosen", .61 + .01 * seed);
    figures.put("affinity_chance", .32);
    figures.put("affinity_best", .94);
    figures.put("hub_share", .18);
    figures.put("score_hubness", .37);
    return figures;
  }

  private static MetricResult metric(String metric, String method, double level, long seed) {
    List<MetricResult.UserValue> values = new ArrayList<>();
    for (int user = 0; user < TARGETS; user++) {
      Random person = new Random(31 * seed + user);
      Random luck = new Random(1000 * seed + 7L * user + method.hashCode());
      double level1 = Math.max(0, Math.min(1, level + .06 * person.nextGaussian()));
      int right = 0;
      for (int query = 0; query < QUERIES; query++) {
        right += luck.nextDouble() < level1 ? 1 : 0;
      }
      values.add(new MetricResult.UserValue("u" + user, right / (double) QUERIES));
    }
    return new MetricResult(metric, true, values);
  }

  private static Cost cost(String method) {
    return switch (method) {
      case "oppu" -> new Cost(2.41, 0, 132_096);
      case "per-pcs" -> new Cost(0, .083, 1_164);
      case "peft-retrieval" -> new Cost(0, .0124, 40);
      default -> Cost.NONE;
    };
  }

  private static ResultTable.Example example() {
    Random random = new Random(5);
    Map<String, List<WeightedPiece>> pieces = new LinkedHashMap<>();
    Map<Integer, String> sharers = new LinkedHashMap<>();
    for (int layer = 0; layer < 4; layer++) {
      for (String module : List.of("q_proj", "k_proj", "v_proj", "o_proj")) {
        List<WeightedPiece> chosen = new ArrayList<>();
        float left = 1;
        for (int i = 0; i < 3; i++) {
          int sharer = (int) Math.min(19, Math.abs(random.nextGaussian() * 5));
          int piece = (layer * 4 + module.charAt(0)) * 20 + sharer;
          sharers.put(piece, "user-" + (100 + sharer * 3));
          float weight = i == 2 ? left : left * (.4f + .2f * random.nextFloat());
          left -= weight;
          chosen.add(new WeightedPiece(piece, weight));
        }
        pieces.put("layers." + layer + "." + module, chosen);
      }
    }
    return new ResultTable.Example("u0", new Assembly("pool", MergeForm.PRODUCT, pieces), sharers);
  }

  private static TrialProvenance provenance(long seed) {
    Map<String, Integer> users = new LinkedHashMap<>();
    users.put("base", 100);
    users.put("candidates", 40);
    users.put("sharers", 20);
    users.put("targets", TARGETS);
    return new TrialProvenance(
        "d" + seed + "a7".repeat(31) + "0",
        "b0".repeat(32),
        "c1".repeat(32),
        "PyTorch 2.7.1",
        "cpu",
        users,
        List.of("user-100", "user-103"),
        List.of(
            new StageTime("base-model", "k1", 31.25, seed > 0),
            new StageTime("sharers", "k2" + seed, 20.5, false),
            new StageTime("assemble", "k3" + seed, 1.99, false)));
  }
}
