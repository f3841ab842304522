package org.pieceworks.testkit.gating;

import static org.junit.jupiter.api.Assertions.assertNull;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.decomposition.LayerDecomposition;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.experiment.trial.GateFittings;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;
import org.pieceworks.testkit.SmallModels;
import org.pieceworks.training.StackedTrainer;

/**
 * A few sharers with trained LoRA on a small model, who are also the targets: what gates are fitted
 * on and scored with. Made once for each setting and kept.
 */
final class GatingBench {

  static final int SHARERS = 4;
  private static final int[] ITEMS = {4, 7, 2, 5};
  private static final ConfiguredPeft<LoraOptions> PEFT =
      new ConfiguredPeft<>(
          new Lora(), new LoraOptions(2, 4, 0, List.of("q_proj", "v_proj", "down_proj")));
  private static final TrainingOptions TRAINING =
      new TrainingOptions(0.05, 0, 8, 1, 60, 1, TrainingOptions.Schedule.COSINE, 0.9, 0.95, 1e-8);
  private static final Map<Setting, GatingBench> MADE = new EnumMap<>(Setting.class);

  private final StackedTrainer trainer = new StackedTrainer();
  private final ConfiguredDecomposition<NoOptions> decomposition;
  private final BaseModel model;
  private final List<List<Example>> histories;
  private final Bank bank;
  private final float[][] losses;

  private GatingBench(Setting setting) {
    NDManager manager = SmallModels.manager();
    decomposition =
        new ConfiguredDecomposition<>(
            setting.layers() ? new LayerDecomposition() : new ModuleDecomposition(),
            new NoOptions());
    model = setting.encoder() ? SmallModels.encoder(manager) : SmallModels.decoder(manager);
    histories =
        IntStream.range(0, SHARERS)
            .mapToObj(i -> SmallModels.history(model, ITEMS[i], i + 1))
            .toList();
    bank = PEFT.on(model).create(SHARERS, 1, manager);
    trainer.train(
        model,
        histories,
        bank.flat(),
        tensors -> PEFT.on(model).adaptation(Bank.ofFlat(tensors), true),
        TRAINING,
        1,
        Progress.SILENT);
    losses = new float[SHARERS][SHARERS];
    for (int sharer = 0; sharer < SHARERS; sharer++) {
      int[] same = new int[SHARERS];
      Arrays.fill(same, sharer);
      try (NDManager scope = manager.newSubManager()) {
        double[] own =
            trainer.loss(
                model, histories, PEFT.on(model).adaptation(bank.select(same, scope), false));
        for (int target = 0; target < SHARERS; target++) {
          losses[target][sharer] = (float) own[target];
        }
      }
    }
  }

  static GatingBench of(Setting setting) {
    return MADE.computeIfAbsent(setting, GatingBench::new);
  }

  AdapterForm form() {
    return PEFT.form();
  }

  /** What a gating model may use of some of the sharers. */
  GateFitting fitting(NDManager manager, int... sharers) {
    return GateFittings.of(
        model,
        trainer,
        PEFT,
        bank.select(sharers, manager),
        decomposition,
        IntStream.of(sharers).mapToObj(histories::get).toList(),
        manager,
        5);
  }

  /** What the histories of some sharers give at every slot, their own adapters at work. */
  Map<String, SlotActivations> activations(NDManager manager, int... sharers) {
    Map<String, SlotActivations> all = new LinkedHashMap<>();
    fitting(manager, sharers)
        .visitActivations(
            true,
            (slot, seen) -> {
              SlotActivations kept =
                  new SlotActivations(seen.inputs().duplicate(), seen.weights().duplicate());
              kept.inputs().attach(manager);
              kept.weights().attach(manager);
              assertNull(all.put(slot.key(), kept), "the sharers pass at once");
            });
    return all;
  }

  /** What scores may depend on where some sharers are the targets, and pieces are of some. */
  Scoring scoring(Slot slot, int[] targets, int[] pieces) {
    return new Scoring(
        slot.key(),
        names("target", targets),
        names("sharer", pieces),
        11,
        Optional.of(truth()),
        () ->
            IntStream.of(targets)
                .mapToObj(target -> chosen(losses[target], pieces))
                .toArray(float[][]::new));
  }

  private static float[] chosen(float[] row, int[] pieces) {
    float[] some = new float[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      some[i] = row[pieces[i]];
    }
    return some;
  }

  private static List<String> names(String kind, int[] users) {
    return IntStream.of(users).mapToObj(user -> kind + user).toList();
  }

  /** Every target is as their sharer is, and the sharers differ. */
  private static Truth truth() {
    Map<String, double[]> mixtures = new LinkedHashMap<>();
    for (int user = 0; user < SHARERS; user++) {
      double[] mixture = new double[SHARERS];
      Arrays.fill(mixture, .1);
      mixture[user] = .7;
      mixtures.put("target" + user, mixture);
      mixtures.put("sharer" + user, mixture);
    }
    return new Truth(mixtures, Map.of(), Map.of());
  }
}
