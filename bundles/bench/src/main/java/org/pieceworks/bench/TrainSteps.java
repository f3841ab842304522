package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.api.training.TrainingStep;
import org.pieceworks.experiment.trial.GateFittings;

/**
 * Trains through the services that trials train with, every step on all rows of every member.
 *
 * @param count of the steps of each training
 */
record TrainSteps(Bench bench, Decoder model, int count) {

  static final double RATE = 1e-3;
  static final double DECAY = 0.01;

  private static final int SEED = 1;

  /** Trains adapters from their start, on as many random rows. */
  void lora(StepShape shape, StepClock clock) {
    List<List<Example>> examples =
        Workload.histories(shape.members(), shape.rows(), shape.tokens(), SEED);
    Adapters adapters = bench.lora().on(model);
    try (NDManager scope = bench.manager().newSubManager();
        Bank bank = adapters.create(shape.members(), SEED, scope)) {
      bench
          .trainer()
          .train(
              model,
              examples,
              bank.flat(),
              now -> adapters.adaptation(Bank.ofFlat(now), true),
              options(shape.rows()),
              Collections.nCopies(count, step(shape)),
              gradients -> {},
              clock);
    }
  }

  /** Trains the paper's gates from zero, behind adapters that do something. */
  void gates(StepShape shape, StepClock clock) {
    List<List<Example>> examples =
        Workload.histories(shape.members(), shape.rows(), shape.tokens(), SEED);
    try (NDManager scope = bench.manager().newSubManager();
        Bank bank = Workload.adapters(bench.lora().on(model), shape.members(), scope)) {
      GateFitting fitting =
          GateFittings.of(
              model,
              bench.trainer(),
              bench.lora(),
              bank,
              bench.plugged().decomposition("module"),
              examples,
              scope,
              SEED,
              clock);
      gating(bench, shape.rows(), count).fit(fitting).close();
    }
  }

  /** The paper's gate, trained for some steps of some rows. */
  static ConfiguredGating<?> gating(Bench bench, int rows, int steps) {
    String options =
        String.format(Locale.ROOT, "{rate: %s, batch: %d, max-steps: %d}", RATE, rows, steps);
    return bench.plugged().gating("sigmoid", options);
  }

  static TrainingOptions options(int rows) {
    return new TrainingOptions(
        RATE, DECAY, rows, 1, 1, 0.3, TrainingOptions.Schedule.CONSTANT, 0.9, 0.95, 1e-8);
  }

  /** All rows of every member. */
  static TrainingStep step(StepShape shape) {
    int[][] all = new int[shape.members()][];
    double[] rates = new double[shape.members()];
    for (int m = 0; m < all.length; m++) {
      all[m] = IntStream.range(0, shape.rows()).toArray();
      rates[m] = RATE;
    }
    return new TrainingStep(all, rates);
  }
}
