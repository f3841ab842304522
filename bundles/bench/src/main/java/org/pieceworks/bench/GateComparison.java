package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.experiment.trial.GateFittings;

/**
 * Fits of the paper's gates, a few steps each, from taking the pieces apart to the gates; shown for
 * one step. Ours train in the stacks that a trial has, the peer's one user after the other.
 */
final class GateComparison implements Comparison {

  private static final int STEPS = 2;
  private static final int SEED = 1;

  @Override
  public List<String> lines() {
    return LoraComparison.shapes().map(GateComparison::line).toList();
  }

  private static String line(StepShape shape) {
    return "gates, " + shape;
  }

  @Override
  public Measurement measure(String line, Contest contest, Progress progress) {
    StepShape shape =
        LoraComparison.shapes().filter(one -> line(one).equals(line)).findFirst().orElseThrow();
    Bench bench = contest.bench();
    List<List<Example>> examples =
        Workload.histories(shape.members(), shape.rows(), shape.tokens(), SEED);
    try (NDManager scope = bench.manager().newSubManager();
        Bank bank = Workload.adapters(bench.lora().on(contest.model()), shape.members(), scope)) {
      try (NDManager handing = scope.newSubManager()) {
        Map<String, NDArray> tensors = PeerRows.of(examples, handing);
        tensors.putAll(bank.flat());
        contest.hand(
            "gates", tensors, LoraComparison.facts(shape, TrainSteps.options(shape.rows()), 0));
      }
      double[][] ours = new double[STEPS][];
      double[][] peers = new double[shape.members()][];
      return SideBySide.of(
              () -> fit(bench, contest, bank, examples, ours, progress) / STEPS,
              () -> peerFit(contest, peers) / STEPS,
              () -> check(line, ours, peers),
              progress)
          .line(line);
    }
  }

  private static double fit(
      Bench bench,
      Contest contest,
      Bank bank,
      List<List<Example>> examples,
      double[][] losses,
      Progress progress) {
    ConfiguredGating<?> gating = TrainSteps.gating(bench, examples.get(0).size(), STEPS);
    try (NDManager scope = bench.manager().newSubManager()) {
      long start = System.nanoTime();
      WitnessedFitting fitting =
          new WitnessedFitting(
              GateFittings.of(
                  contest.model(),
                  bench.trainer(),
                  bench.lora(),
                  bank,
                  bench.plugged().decomposition("module"),
                  examples,
                  scope,
                  SEED,
                  new StepClock(progress)));
      try (Gates gates = gating.fit(fitting)) {
        System.arraycopy(fitting.logs().get(0).losses(), 0, losses, 0, STEPS);
        return (System.nanoTime() - start) / 1e9;
      }
    }
  }

  private static double peerFit(Contest contest, double[][] losses) {
    double[] rates =
        IntStream.range(0, STEPS)
            .mapToDouble(step -> TrainSteps.RATE * (1 + Math.cos(Math.PI * step / STEPS)) / 2)
            .toArray();
    JsonNode answer = contest.peer().ask("gates_fit", Map.of("rates", rates));
    for (int m = 0; m < losses.length; m++) {
      losses[m] = Contest.numbers(answer.path("losses").path(m));
    }
    return answer.path(Contest.SECONDS).asDouble();
  }

  private static void check(String line, double[][] ours, double[][] peers) {
    for (int step = 0; step < STEPS; step++) {
      int now = step;
      double[] own = IntStream.range(0, peers.length).mapToDouble(m -> peers[m][now]).toArray();
      Fairness.checkLosses(line + ", step " + step, ours[step], own);
    }
  }
}
