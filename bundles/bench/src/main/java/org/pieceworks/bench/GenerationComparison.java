package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/** Greedy answers of one user's adapted model, both sides with a cache of keys and values. */
final class GenerationComparison implements Comparison {

  private static final int[] ROWS = {1, 8, 32};

  @Override
  public List<String> lines() {
    return IntStream.of(ROWS).mapToObj(GenerationComparison::line).toList();
  }

  private static String line(int rows) {
    return "generation, batch " + rows;
  }

  @Override
  public Measurement measure(String line, Contest contest, Progress progress) {
    int rows = IntStream.of(ROWS).filter(one -> line(one).equals(line)).findFirst().orElseThrow();
    List<int[]> prompts = prompts(rows);
    Adapters adapters = contest.bench().lora().on(contest.model());
    try (NDManager scope = contest.bench().manager().newSubManager();
        Bank bank = Workload.adapters(adapters, 1, scope)) {
      hand(contest, prompts, bank);
      Adaptation adaptation = adapters.adaptation(bank, false);
      List<List<Integer>> ours = new ArrayList<>();
      List<List<Integer>> peers = new ArrayList<>();
      return SideBySide.of(
              () -> answer(contest, prompts, adaptation, ours),
              () -> peerAnswer(contest, rows, peers),
              () -> Fairness.checkSame(line, ours, peers),
              progress)
          .line(line);
    }
  }

  private static List<int[]> prompts(int rows) {
    SplittableRandom random = new SplittableRandom(rows);
    return IntStream.range(0, rows)
        .mapToObj(row -> Workload.tokens(GenerateBenchmark.PROMPT, random))
        .toList();
  }

  private static void hand(Contest contest, List<int[]> prompts, Bank bank) {
    long[] tokens = prompts.stream().flatMapToInt(Arrays::stream).asLongStream().toArray();
    try (NDManager scope = contest.bench().manager().newSubManager()) {
      Map<String, NDArray> tensors = PeerRows.one(bank, scope);
      tensors.put(
          "prompts", scope.create(tokens, new Shape(prompts.size(), GenerateBenchmark.PROMPT)));
      contest.hand(
          "generation",
          tensors,
          Map.of("end", Workload.MODEL.endToken(), "new_tokens", GenerateBenchmark.ANSWER));
    }
  }

  private static double answer(
      Contest contest, List<int[]> prompts, Adaptation adaptation, List<List<Integer>> answers) {
    GenerationOptions options =
        new GenerationOptions(GenerateBenchmark.ANSWER, 0, 1, prompts.size());
    long start = System.nanoTime();
    List<List<int[]>> given =
        contest.model().generate(List.of(prompts), adaptation, options, 1, Progress.SILENT);
    double seconds = (System.nanoTime() - start) / 1e9;
    answers.clear();
    given.get(0).forEach(row -> answers.add(Arrays.stream(row).boxed().toList()));
    return seconds;
  }

  private static double peerAnswer(Contest contest, int rows, List<List<Integer>> answers) {
    JsonNode answer = contest.peer().ask("generate", Map.of("rows", rows));
    answers.clear();
    answer.path("tokens").forEach(row -> answers.add(Contest.whole(row)));
    return answer.path(Contest.SECONDS).asDouble();
  }
}
