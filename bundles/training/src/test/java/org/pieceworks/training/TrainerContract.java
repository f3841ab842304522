package org.pieceworks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.EarlyStopping;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.api.training.TrainingStep;
import org.pieceworks.api.training.Tuning;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;

/** Holds for every architecture. */
abstract class TrainerContract {

  private static final LoraOptions LORA =
      new LoraOptions(4, 8, 0, List.of("q_proj", "v_proj", "down_proj"));
  private static final TrainingOptions OPTIONS =
      new TrainingOptions(
          1e-2, 0.01, 3, 2, 0, 0.3, TrainingOptions.Schedule.COSINE, 0.9, 0.95, 1e-8);

  private final Lora lora = new Lora();
  private NDManager manager;
  private BaseModel model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    model = model(manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void trainingTogetherEqualsTrainingAlone() {
    List<List<Example>> users = List.of(examples(5, 1), examples(9, 2), examples(2, 3));
    Bank together = train(users);
    for (int user = 0; user < users.size(); user++) {
      Bank alone = train(List.of(users.get(user)));
      Map<String, NDArray> expected = alone.flat();
      Bank one = together.select(new int[] {user}, manager);
      one.flat()
          .forEach(
              (name, array) ->
                  assertArrayEquals(
                      expected.get(name).toFloatArray(), array.toFloatArray(), 2e-5f, name));
    }
  }

  @Test
  void trainingLowersTheLossOfItsOwnUser() {
    List<List<Example>> users = List.of(examples(6, 4), examples(6, 5));
    Bank bank = lora.on(model, LORA).create(2, 1, manager);
    double[] before = loss(users, bank);
    trainer().train(model, users, bank.flat(), adaptation(true), OPTIONS, 1, Progress.SILENT);
    double[] after = loss(users, bank);
    assertTrue(after[0] < before[0] && after[1] < before[1]);
  }

  @Test
  void memberWithoutExamplesStaysAsItIs() {
    List<List<Example>> users = List.of(examples(6, 4), List.of());
    Bank bank = lora.on(model, LORA).create(2, 1, manager);
    Bank before = bank.select(new int[] {1}, manager);
    TrainingLog log =
        trainer().train(model, users, bank.flat(), adaptation(true), OPTIONS, 1, Progress.SILENT);
    bank.select(new int[] {1}, manager)
        .flat()
        .forEach(
            (name, array) ->
                assertArrayEquals(before.flat().get(name).toFloatArray(), array.toFloatArray()));
    assertTrue(Double.isNaN(log.losses()[0][1]));
  }

  @Test
  void layersComputedTwiceGiveTheSameTraining() {
    List<List<Example>> users = List.of(examples(5, 1), examples(9, 2));
    List<Bank> banks = new ArrayList<>();
    for (BaseModel one : List.of(model, model.checkpointing(true))) {
      Bank bank = lora.on(model, LORA).create(2, 1, manager);
      trainer().train(one, users, bank.flat(), adaptation(true), OPTIONS, 1, Progress.SILENT);
      banks.add(bank);
    }
    Map<String, NDArray> whole = banks.get(0).flat();
    banks
        .get(1)
        .flat()
        .forEach(
            (name, array) ->
                assertArrayEquals(
                    whole.get(name).toFloatArray(), array.toFloatArray(), 2e-5f, name));
  }

  @Test
  void dropoutIsTheSameOnBothWaysThroughALayer() {
    LoraOptions half = new LoraOptions(4, 8, 0.5, List.of("q_proj", "v_proj", "down_proj"));
    Adapters adapters = lora.on(model, half);
    List<List<Example>> users = List.of(examples(5, 1));
    Bank bank = adapters.create(1, 1, manager);
    Tuning tuning = now -> adapters.adaptation(Bank.ofFlat(now), true);
    trainer().train(model, users, bank.flat(), tuning, OPTIONS, 1, Progress.SILENT);
    Map<String, NDArray> before = new LinkedHashMap<>();
    bank.flat().forEach((name, array) -> before.put(name, array.duplicate()));
    // A gradient that went through another dropout than the loss would not be the loss's slope.
    double rate = 1e-4;
    TrainingOptions small =
        new TrainingOptions(
            rate, 0, 9, 1, 1, 1e9, TrainingOptions.Schedule.CONSTANT, 0.9, 0.95, 1e-8);
    List<Map<String, float[]>> gradients = new ArrayList<>();
    int[][] all = {IntStream.range(0, users.get(0).size()).toArray()};
    List<TrainingStep> steps = Collections.nCopies(1, new TrainingStep(all, new double[] {rate}));
    for (int time = 0; time < 2; time++) {
      before.forEach((name, array) -> array.copyTo(bank.flat().get(name)));
      trainer()
          .train(
              model.checkpointing(true),
              users,
              bank.flat(),
              tuning,
              small,
              steps,
              now -> {
                Map<String, float[]> own = new LinkedHashMap<>();
                now.forEach((name, array) -> own.put(name, array.toFloatArray()));
                gradients.add(own);
              },
              Progress.SILENT);
    }
    gradients
        .get(0)
        .forEach((name, one) -> assertArrayEquals(one, gradients.get(1).get(name), 1e-6f, name));
    assertTrue(gradients.get(0).values().stream().anyMatch(g -> g[0] != 0));
  }

  @Test
  void exactlyAsManyStepsAsAsked() {
    TrainingOptions seven =
        new TrainingOptions(
            1e-2, 0, 3, 1, 7, 0.3, TrainingOptions.Schedule.CONSTANT, 0.9, 0.95, 1e-8);
    Bank bank = lora.on(model, LORA).create(1, 1, manager);
    TrainingLog log =
        trainer()
            .train(
                model,
                List.of(examples(4, 1)),
                bank.flat(),
                adaptation(true),
                seven,
                1,
                Progress.SILENT);
    assertEquals(7, log.losses().length);
  }

  @Test
  void earlyStoppingKeepsWhatDidBestOnWhatWasHeldBack() {
    TrainingOptions wild =
        new TrainingOptions(
            0.2, 0, 3, 1, 60, 0.3, TrainingOptions.Schedule.CONSTANT, 0.9, 0.95, 1e-8);
    List<List<Example>> users = List.of(examples(6, 4), examples(6, 5));
    List<List<Example>> heldBack = List.of(examples(5, 6), examples(5, 7));
    EarlyStopping stopping = new EarlyStopping(heldBack, 2, 3);
    Bank bank = lora.on(model, LORA).create(2, 1, manager);
    TrainingLog log =
        trainer()
            .train(model, users, bank.flat(), adaptation(true), wild, stopping, 1, Progress.SILENT);
    assertTrue(log.losses().length < 60, "stopped after " + log.losses().length);
    double[] kept = loss(heldBack, bank);
    for (int user = 0; user < 2; user++) {
      assertEquals(kept[user], after(log.kept()[user], wild, users, heldBack)[user], 1e-4);
    }
  }

  /** The held-back losses after so many steps without early stopping. */
  private double[] after(
      int steps, TrainingOptions options, List<List<Example>> users, List<List<Example>> heldBack) {
    TrainingOptions cut =
        new TrainingOptions(
            options.rate(),
            0,
            3,
            1,
            steps,
            0.3,
            TrainingOptions.Schedule.CONSTANT,
            0.9,
            0.95,
            1e-8);
    Bank bank = lora.on(model, LORA).create(2, 1, manager);
    trainer().train(model, users, bank.flat(), adaptation(true), cut, 1, Progress.SILENT);
    return loss(heldBack, bank);
  }

  private Bank train(List<List<Example>> users) {
    Bank bank = lora.on(model, LORA).create(users.size(), 1, manager);
    trainer().train(model, users, bank.flat(), adaptation(true), OPTIONS, 1, Progress.SILENT);
    return bank;
  }

  private double[] loss(List<List<Example>> users, Bank bank) {
    return trainer().loss(model, users, lora.on(model, LORA).adaptation(bank, false));
  }

  private Tuning adaptation(boolean training) {
    return tensors -> lora.on(model, LORA).adaptation(Bank.ofFlat(tensors), training);
  }

  private static StackedTrainer trainer() {
    return new StackedTrainer();
  }

  /** A user whose answers follow from the prompt in a way of their own. */
  /** A small model of one architecture. */
  abstract BaseModel model(NDManager manager);

  /** One example, learnable from a few like it. */
  abstract Example example(SplittableRandom random);

  private List<Example> examples(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(example(random));
    }
    return examples;
  }
}
