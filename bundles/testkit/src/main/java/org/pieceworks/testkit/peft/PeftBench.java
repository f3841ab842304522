package org.pieceworks.testkit.peft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.testkit.SmallModels;
import org.pieceworks.training.StackedTrainer;

/**
 * A small model and adapters on it.
 *
 * @param manager holds everything and is closed at the end
 */
record PeftBench(NDManager manager, BaseModel model, Adapters adapters) implements AutoCloseable {

  private static final int VOCABULARY = 70;
  private static final int ROWS = 3;
  private static final int TOKENS = 5;

  /** The kinds of models. */
  enum Architecture {
    DECODER,
    ENCODER
  }

  static PeftBench of(Architecture architecture, ConfiguredPeft<?> peft) {
    NDManager manager = SmallModels.manager();
    BaseModel model =
        architecture == Architecture.DECODER
            ? SmallModels.decoder(manager)
            : SmallModels.encoder(manager);
    return new PeftBench(manager, model, peft.on(model));
  }

  /** A bank whose members differ in every tensor. */
  Bank filled(int members) {
    Bank bank = adapters.create(members, 5, manager);
    Random random = new Random(11);
    bank.flat()
        .values()
        .forEach(
            tensor -> {
              float[] values = tensor.toFloatArray();
              for (int i = 0; i < values.length; i++) {
                values[i] += 0.2f * (float) random.nextGaussian();
              }
              tensor.set(values);
            });
    return bank;
  }

  /** The last hidden states of members' own texts: {@code [members, positions, width]}. */
  NDArray hidden(Bank bank) {
    return hidden(adapters, bank);
  }

  NDArray hidden(Adapters others, Bank bank) {
    return model.hidden(tokens(0, bank.members()), others.adaptation(bank, false));
  }

  /** The same of a bank of one, on the texts of one of several members. */
  NDArray hidden(Bank alone, int member) {
    return model.hidden(tokens(member, 1), adapters.adaptation(alone, false));
  }

  /** The same without adapters. */
  NDArray plain(int members) {
    return plain(model, members);
  }

  NDArray plain(BaseModel other, int members) {
    return other.hidden(tokens(0, members), Adaptation.NONE);
  }

  private NDArray tokens(int first, int members) {
    long[] ids = new long[members * ROWS * TOKENS];
    for (int m = 0; m < members; m++) {
      Random random = new Random(first + m);
      for (int i = 0; i < ROWS * TOKENS; i++) {
        ids[m * ROWS * TOKENS + i] = 4 + random.nextInt(VOCABULARY);
      }
    }
    return manager.create(ids, new Shape(members, ROWS, TOKENS));
  }

  private List<List<Example>> histories(int... members) {
    List<List<Example>> histories = new ArrayList<>();
    for (int member : members) {
      histories.add(SmallModels.history(model, 8, member));
    }
    return histories;
  }

  void train(Bank bank, int[] members, TrainingOptions options) {
    train(model, bank, members, options);
  }

  /** The same with each layer computed twice instead of kept. */
  void trainCheckpointing(Bank bank, int[] members, TrainingOptions options) {
    train(model.checkpointing(true), bank, members, options);
  }

  private void train(BaseModel trained, Bank bank, int[] members, TrainingOptions options) {
    new StackedTrainer()
        .train(
            trained,
            histories(members),
            bank.flat(),
            now -> adapters.adaptation(Bank.ofFlat(now), true),
            options,
            7,
            Progress.SILENT);
  }

  /** The loss of members 0, 1, ... on their own histories. */
  double[] loss(Bank bank) {
    int[] members = new int[bank.members()];
    Arrays.setAll(members, m -> m);
    return new StackedTrainer().loss(model, histories(members), adapters.adaptation(bank, false));
  }

  Bank merged(Bank pieces, long[][] index, float[][] weights, MergeForm form) {
    int k = index[0].length;
    Shape shape = new Shape(index.length, k);
    float[] flat = new float[index.length * k];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = weights[i / k][i % k];
    }
    NDArray which =
        manager.create(Arrays.stream(index).flatMapToLong(Arrays::stream).toArray(), shape);
    NDArray shares = manager.create(flat, shape);
    Map<Site, Map<String, NDArray>> merged = new LinkedHashMap<>();
    pieces
        .tensors()
        .forEach(
            (site, tensors) ->
                merged.put(site, adapters.merge(site, tensors, which, shares, form)));
    return new Bank(merged);
  }

  static Map<String, Shape> shapes(Bank bank) {
    Map<String, Shape> shapes = new TreeMap<>();
    bank.flat().forEach((name, tensor) -> shapes.put(name, tensor.getShape()));
    return shapes;
  }

  /** Asserts equality up to a share of the largest number, or of one where all are smaller. */
  static void assertClose(NDArray expected, NDArray actual, double tolerance) {
    assertEquals(expected.getShape(), actual.getShape());
    float largest = Math.max(1, expected.abs().max().getFloat());
    float apart = expected.sub(actual).abs().toType(DataType.FLOAT32, false).max().getFloat();
    assertTrue(apart <= tolerance * largest, () -> "apart by " + apart + " of " + largest);
  }

  @Override
  public void close() {
    manager.close();
  }
}
