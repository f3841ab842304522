package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.api.training.TrainingStep;

/** A step of LoRA training, for banks of one to forty members. */
@Component(service = Benchmark.class)
public final class TrainBenchmark implements Benchmark {

  private static final int[] MEMBERS = {1, 4, 16, 40};
  private static final int[][] ROWS_AND_TOKENS = {{4, 32}, {6, 128}};
  private static final int WARM_UP = 3;
  private static final TrainingOptions OPTIONS =
      new TrainingOptions(
          1e-3, 0.01, 6, 1, 1, 0.3, TrainingOptions.Schedule.CONSTANT, 0.9, 0.95, 1e-8);

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "One step of LoRA training, for 1, 4, 16 and 40 members at 4x32 and 6x128 tokens each.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>(Workload.configuration());
    configuration.put("LoRA", "rank 8 on q_proj, k_proj, v_proj, o_proj");
    configuration.put("labelled tokens a row", String.valueOf(Workload.ANSWER));
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    double peak = ProductPeak.measure(bench.manager(), progress);
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = Workload.model(bench.models(), scope)) {
      Adapters adapters = bench.lora().on(model);
      int all = MEMBERS.length * ROWS_AND_TOKENS.length;
      for (int[] shape : ROWS_AND_TOKENS) {
        for (int members : MEMBERS) {
          progress.report(lines.size(), all, "measurements");
          lines.add(measure(bench, model, adapters, members, shape[0], shape[1], peak, progress));
        }
      }
    }
    return lines;
  }

  private static Measurement measure(
      Bench bench,
      Decoder model,
      Adapters adapters,
      int members,
      int rows,
      int tokens,
      double peak,
      Progress progress) {
    List<List<Example>> examples = Workload.histories(members, rows, tokens, 1);
    int steps = WARM_UP + Repeated.REPETITIONS;
    List<Long> times = new ArrayList<>();
    Consumer<Map<String, NDArray>> clock = gradients -> times.add(System.nanoTime());
    try (NDManager scope = bench.manager().newSubManager();
        Bank bank = adapters.create(members, 1, scope)) {
      bench
          .trainer()
          .train(
              model,
              examples,
              bank.flat(),
              now -> adapters.adaptation(Bank.ofFlat(now), true),
              OPTIONS,
              Collections.nCopies(steps, step(members, rows)),
              clock,
              progress);
    }
    // From gradient to gradient is one whole step, whatever comes before the first.
    double[] seconds =
        IntStream.range(WARM_UP, times.size() - 1)
            .mapToDouble(i -> (times.get(i + 1) - times.get(i)) / 1e9)
            .toArray();
    Spread spread = Spread.of(seconds);
    double positions = (double) members * rows * tokens;
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("tokens/s", positions / spread.median());
    figures.put(
        "share of the product peak", arithmetic(members, rows, tokens) / spread.median() / peak);
    return new Measurement("%d x %dx%d".formatted(members, rows, tokens), spread, figures);
  }

  private static TrainingStep step(int members, int rows) {
    int[][] all = new int[members][];
    double[] rates = new double[members];
    for (int m = 0; m < members; m++) {
      all[m] = IntStream.range(0, rows).toArray();
      rates[m] = OPTIONS.rate();
    }
    return new TrainingStep(all, rates);
  }

  /**
   * Floating-point operations that a step must do: products with the frozen weights forward, and
   * back to their inputs; attention forward and twice back; the adapters forward and twice back;
   * the head at labelled positions only.
   */
  static double arithmetic(int members, int rows, int tokens) {
    DecoderConfig model = Workload.MODEL;
    double positions = (double) members * rows * tokens;
    double labels = (double) members * rows * Workload.ANSWER;
    double width = model.width();
    double attentionWeights = 4 * width * width;
    double feedForwardWeights = 3 * width * model.feedForward();
    double adapters = 4 * 8 * (width + width);
    double scores = 2.0 * tokens * width;
    double perLayer =
        positions * (2 * 2 * (attentionWeights + feedForwardWeights) + 3 * 2 * (scores + adapters));
    return model.layers() * perLayer + labels * 2 * 2 * width * model.vocabulary();
  }
}
