package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Decoder;

/** A step of LoRA training and one of gate training, for banks of one to forty members. */
@Component(service = Benchmark.class)
public final class TrainBenchmark implements Benchmark {

  private static final int[] MEMBERS = {1, 4, 16, 40};
  private static final int[][] ROWS_AND_TOKENS = {{4, 32}, {6, 128}};
  private static final int WARM_UP = 3;

  @Override
  public String name() {
    return "train";
  }

  @Override
  public String summary() {
    return "One step of LoRA training and one of gate training, for 1, 4, 16 and 40 members at 4x32"
        + " and 6x128 tokens each.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>(Workload.configuration());
    configuration.put("LoRA", "rank 8 on q_proj, k_proj, v_proj, o_proj");
    configuration.put("gates", "the paper's, one for each LoRA; in the stacks that trials train");
    configuration.put("labelled tokens a row", String.valueOf(Workload.ANSWER));
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    List<StepShape> shapes =
        Stream.of(ROWS_AND_TOKENS)
            .flatMap(shape -> members().map(m -> new StepShape(m, shape[0], shape[1])))
            .toList();
    try (NDManager scope = bench.manager().newSubManager();
        ProductPeak peak = new ProductPeak(scope);
        Decoder model = Workload.model(bench.models(), scope)) {
      TrainSteps steps = new TrainSteps(bench, model, WARM_UP + Repeated.REPETITIONS + 1);
      for (StepShape shape : shapes) {
        String lora = "LoRA, " + shape;
        if (bench.wants(lora)) {
          progress.report(lines.size(), 2L * shapes.size(), "measurements");
          double work = shape.arithmetic().lora();
          lines.add(measure(lora, shape, work, peak, clock -> steps.lora(shape, clock), progress));
        }
        String gates = "gates, " + shape;
        if (bench.wants(gates)) {
          progress.report(lines.size(), 2L * shapes.size(), "measurements");
          double work = shape.arithmetic().gates();
          lines.add(
              measure(gates, shape, work, peak, clock -> steps.gates(shape, clock), progress));
        }
      }
    }
    return lines;
  }

  private static Stream<Integer> members() {
    return Arrays.stream(MEMBERS).boxed();
  }

  /** One line. Steps and large products take turns, so that what slows one down slows both. */
  private static Measurement measure(
      String what,
      StepShape shape,
      double work,
      ProductPeak peak,
      Consumer<StepClock> steps,
      Progress progress) {
    ProcessMemory.forgetPeak();
    List<Double> products = new ArrayList<>();
    StepClock clock = new StepClock(progress, () -> products.add(peak.seconds()));
    steps.accept(clock);
    Spread spread = Spread.of(clock.seconds(WARM_UP));
    Spread product =
        Spread.of(products.stream().skip(WARM_UP).mapToDouble(Double::doubleValue).toArray());
    double least = work / ProductPeak.OPERATIONS * product.median();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("tokens/s", shape.all() / spread.median());
    figures.put("share of the product peak", least / spread.median());
    figures.put(Measurement.MEMORY, ProcessMemory.peakBytes() / Measurement.MEGABYTE);
    return new Measurement(what, spread, figures);
  }
}
