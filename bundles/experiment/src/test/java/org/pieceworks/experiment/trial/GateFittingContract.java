package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.decomposition.LayerDecomposition;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.gating.sigmoid.SigmoidOptions;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;
import org.pieceworks.training.StackedTrainer;

/** Holds for every architecture. */
abstract class GateFittingContract {

  private static final ConfiguredPeft<LoraOptions> PEFT =
      new ConfiguredPeft<>(
          new Lora(), new LoraOptions(2, 2, 0, List.of("q_proj", "v_proj", "down_proj")));

  private NDManager manager;
  private BaseModel model;
  private List<List<Example>> histories;
  private Bank bank;

  @BeforeEach
  void create() {
    manager = new Djl().engine().newBaseManager();
    model = model(manager);
    histories = List.of(history(4, 1), history(7, 2), history(1, 3), history(5, 4));
    bank = PEFT.on(model).create(histories.size(), 1, manager);
    bank.flat().forEach((name, array) -> array.addi(member(array)));
  }

  /** Something that tells the members apart. */
  private NDArray member(NDArray array) {
    long[] shape = array.getShape().getShape();
    NDArray numbers = manager.arange(shape[0]).reshape(shape[0], 1, 1);
    return numbers.add(1).mul(0.05f).broadcast(array.getShape());
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** A small model of one architecture. */
  abstract BaseModel model(NDManager manager);

  /** One history item as that architecture sees it. */
  abstract Example example(SplittableRandom random);

  private List<Example> history(int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      examples.add(example(random));
    }
    return examples;
  }

  private PieceScheme modules() {
    return scheme(new ModuleDecomposition());
  }

  private PieceScheme scheme(Decomposition<NoOptions> decomposition) {
    return PieceScheme.of(
        new ConfiguredDecomposition<>(decomposition, new NoOptions()),
        BoundPeft.of(PEFT, model),
        model);
  }

  private BankGateFitting fitting(PieceScheme scheme, int... members) {
    Bank own = bank.select(members, manager);
    return new BankGateFitting(
        model,
        new StackedTrainer(),
        BoundPeft.of(PEFT, model),
        own,
        scheme,
        () -> scheme.pieces(own, PEFT.on(model), manager),
        IntStream.of(members).mapToObj(histories::get).toList(),
        manager,
        5,
        Progress.SILENT);
  }

  @Test
  void activationsAreThoseOfEverySharersOwnModelAtItsLabels() {
    Map<String, NDArray> pooled = new LinkedHashMap<>();
    fitting(modules(), 0, 1, 2, 3)
        .visitActivations(
            true,
            (slot, seen) -> {
              NDArray mean = seen.pooled();
              mean.attach(manager);
              pooled.put(slot.key(), mean);
            });
    assertEquals(modules().slots().stream().map(Slot::key).toList(), List.copyOf(pooled.keySet()));
    for (int m = 0; m < histories.size(); m++) {
      Map<String, float[]> alone = direct(m);
      for (Slot slot : modules().slots()) {
        assertArrayEquals(
            alone.get(slot.key()), pooled.get(slot.key()).get(m).toFloatArray(), 1e-4f);
      }
    }
  }

  /** The mean normalized activation of one member, straight from the definition. */
  private Map<String, float[]> direct(int member) {
    Map<String, float[]> means = new HashMap<>();
    Bank own = bank.select(new int[] {member}, manager);
    TokenBatch batch = TokenBatch.of(List.of(histories.get(member)), manager);
    model.hidden(
        batch.tokens(),
        (site, input, output) -> {
          NDArray pooled = pooled(input, histories.get(member), batch);
          means.put(site.toString(), pooled.toFloatArray());
          return PEFT.on(model).adaptation(own, false).apply(site, input, output);
        });
    return means;
  }

  /** {@code [1, in]}: what gates read of a history, straight from the definition. */
  abstract NDArray pooled(NDArray input, List<Example> history, TokenBatch batch);

  @Test
  void aHistoryInManyBatchesGivesWhatItGivesInOne() {
    ActivationPass whole = new ActivationPass(model, modules().slots(), 65_536);
    ActivationPass pieces = new ActivationPass(model, modules().slots(), 16);
    for (List<List<Example>> group : List.of(histories, histories.subList(1, 2))) {
      Map<String, float[]> expected = pooled(whole, group);
      Map<String, float[]> actual = pooled(pieces, group);
      expected.forEach((slot, values) -> assertArrayEquals(values, actual.get(slot), 1e-5f));
    }
  }

  private static Map<String, float[]> pooled(ActivationPass pass, List<List<Example>> group) {
    Map<String, float[]> pooled = new HashMap<>();
    pass.run(
        group,
        org.pieceworks.api.model.Adaptation.NONE,
        (slot, seen) -> pooled.put(slot.key(), seen.pooled().toFloatArray()));
    return pooled;
  }

  @Test
  void gatesTrainedTogetherAreThoseTrainedAlone() {
    PieceScheme scheme = scheme(new LayerDecomposition());
    SigmoidOptions options =
        new SigmoidOptions(0.1, 0, 2, 2, 4, 0.3, SigmoidOptions.Start.ZERO, false);
    Gates together = new SigmoidGating().fit(fitting(scheme, 0, 1, 3), options);
    Gates alone = new SigmoidGating().fit(fitting(scheme, 3), options);
    for (Slot slot : scheme.slots()) {
      NDArray gates = together.vectors().get(slot.key());
      assertEquals(new Shape(3, 16), gates.getShape());
      float[] trained = gates.get(2).toFloatArray();
      assertTrue(gates.get(2).norm().getFloat() > 1e-3, "the gate moved from zero");
      assertArrayEquals(alone.vectors().get(slot.key()).get(0).toFloatArray(), trained, 1e-4f);
    }
  }

  @Test
  void aZeroGateIsHalfTheAdapter() {
    Bank own = bank.select(new int[] {0}, manager);
    GatedAdaptation gated =
        new GatedAdaptation(
            PEFT.on(model),
            modules().pieces(own, PEFT.on(model), manager),
            modules().slots(),
            (slot, input) -> input.sum(new int[] {2}, true).mul(0).add(0.5f));
    NDArray tokens = TokenBatch.of(List.of(histories.get(0)), manager).tokens();
    Map<String, NDArray> halved = new LinkedHashMap<>();
    own.flat().forEach((name, x) -> halved.put(name, name.endsWith(".B") ? x.mul(0.5f) : x));
    Bank half = Bank.ofFlat(halved);
    assertArrayEquals(
        model.hidden(tokens, PEFT.on(model).adaptation(half, false)).toFloatArray(),
        model.hidden(tokens, gated).toFloatArray(),
        1e-4f);
  }
}
