package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/** Greedy generation with a key/value cache. */
@Component(service = Benchmark.class)
public final class GenerateBenchmark implements Benchmark {

  private static final int[] ROWS = {1, 8, 32};
  static final int PROMPT = 64;
  static final int ANSWER = 32;

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String summary() {
    return "Greedy generation at batches of 1, 8 and 32, with the base model and with an adapter.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>(Workload.configuration());
    configuration.put("prompt tokens", String.valueOf(PROMPT));
    configuration.put("new tokens", "at most " + ANSWER);
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = Workload.model(bench.models(), scope)) {
      Adapters adapters = bench.lora().on(model);
      try (Bank bank = Workload.adapters(adapters, 1, scope)) {
        for (int rows : ROWS) {
          progress.report(lines.size(), 2L * ROWS.length, "measurements");
          String base = "base, batch " + rows;
          if (bench.wants(base)) {
            lines.add(measure(base, model, Adaptation.NONE, rows, progress));
          }
          String adapted = "adapted, batch " + rows;
          if (bench.wants(adapted)) {
            lines.add(measure(adapted, model, adapters.adaptation(bank, false), rows, progress));
          }
        }
      }
    }
    return lines;
  }

  private static Measurement measure(
      String what, Decoder model, Adaptation adaptation, int rows, Progress progress) {
    SplittableRandom random = new SplittableRandom(rows);
    List<int[]> prompts = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      prompts.add(Workload.tokens(PROMPT, random));
    }
    GenerationOptions options = new GenerationOptions(ANSWER, 0, 1, rows);
    int[] tokens = new int[1];
    Spread seconds =
        Repeated.of(
            () -> {
              List<List<int[]>> answers =
                  model.generate(List.of(prompts), adaptation, options, 1, Progress.SILENT);
              tokens[0] = answers.get(0).stream().mapToInt(answer -> answer.length).sum();
            },
            progress);
    return new Measurement(what, seconds, Map.of("tokens/s", tokens[0] / seconds.median()));
  }
}
