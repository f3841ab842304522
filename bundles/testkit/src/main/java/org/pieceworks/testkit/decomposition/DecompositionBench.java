package org.pieceworks.testkit.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.storage.Safetensors;

/**
 * Adapters on a model and a scheme that takes them apart.
 *
 * @param manager holds everything
 * @param bank of adapters that differ in every tensor
 */
record DecompositionBench(
    NDManager manager,
    BaseModel model,
    ConfiguredDecomposition<?> scheme,
    AdapterPlan plan,
    Adapters adapters,
    Bank bank) {

  private static final int MEMBERS = 3;
  private static final int TOKENS = 12;

  static DecompositionBench of(
      BaseModel model, ConfiguredPeft<?> peft, ConfiguredDecomposition<?> scheme, NDManager all) {
    Adapters adapters = peft.on(model);
    Bank bank = adapters.create(MEMBERS, 5, all);
    Random random = new Random(11);
    for (NDArray tensor : bank.flat().values()) {
      float[] values = tensor.toFloatArray();
      for (int i = 0; i < values.length; i++) {
        values[i] += 0.2f * (float) random.nextGaussian();
      }
      tensor.set(values);
    }
    AdapterPlan plan = AdapterPlan.of(peft.form(), model.sites(), model.config());
    return new DecompositionBench(all, model, scheme, plan, adapters, bank);
  }

  List<Slot> slots() {
    return scheme.slots(plan);
  }

  Map<String, Bank> cut(Bank whole) {
    return scheme.cut(slots(), whole, plan, manager);
  }

  /** A member's piece as the bytes of its file. */
  byte[] file(Bank piece, int member) {
    return Safetensors.encode(piece.select(new int[] {member}, manager).flat(), Map.of());
  }

  /** A member's pieces, read from their files and put together with weight one. */
  Bank rebuilt(int member) {
    Map<Site, Map<String, NDList>> parts = new LinkedHashMap<>();
    Map<String, Bank> cut = cut(bank);
    for (Slot slot : slots()) {
      byte[] file = file(cut.get(slot.key()), member);
      Bank read = Bank.ofFlat(Safetensors.decode(file, slot.key(), manager));
      Bank restored = scheme.restore(slot, read, plan, adapters, manager);
      assertEquals(Set.copyOf(slot.sites()), restored.tensors().keySet(), slot.key());
      restored
          .tensors()
          .forEach(
              (site, tensors) ->
                  tensors.forEach(
                      (name, tensor) ->
                          parts
                              .computeIfAbsent(site, s -> new LinkedHashMap<>())
                              .computeIfAbsent(name, n -> new NDList())
                              .add(tensor)));
    }
    Map<Site, Map<String, NDArray>> merged = new LinkedHashMap<>();
    parts.forEach((site, each) -> merged.put(site, merged(site, each)));
    return new Bank(merged);
  }

  private Map<String, NDArray> merged(Site site, Map<String, NDList> parts) {
    Map<String, NDArray> pieces = new LinkedHashMap<>();
    parts.forEach((name, each) -> pieces.put(name, NDArrays.concat(each, 0)));
    int count = parts.values().iterator().next().size();
    NDArray index = manager.arange(count).toType(DataType.INT64, false);
    return adapters.merge(
        site,
        pieces,
        index.reshape(1, count),
        manager.ones(new Shape(1, count)),
        MergeForm.PRODUCT);
  }

  /** Asserts that two banks of one are the same adapter. */
  void assertSame(Bank expected, Bank actual, double tolerance, String what) {
    assertEquals(expected.tensors().keySet(), actual.tensors().keySet(), what);
    if (plan.form().mergeable()) {
      for (Site site : expected.tensors().keySet()) {
        assertClose(
            adapters.delta(site, expected.tensors().get(site)),
            adapters.delta(site, actual.tensors().get(site)),
            tolerance,
            what + " at " + site);
      }
    }
    // Through the layers the rounding of deltas that are equal adds up.
    double states = plan.form().mergeable() ? 10 * tolerance : tolerance;
    assertClose(hidden(expected), hidden(actual), states, what);
  }

  /** The last hidden states of a text: {@code [1, positions, width]}. */
  NDArray hidden(Bank one) {
    long[] ids = new Random(3).longs(TOKENS, 4, 70).toArray();
    NDArray tokens = manager.create(ids, new Shape(1, 2, TOKENS / 2));
    return model.hidden(tokens, adapters.adaptation(one, false));
  }

  /** Asserts equality up to a share of the largest number. */
  static void assertClose(NDArray expected, NDArray actual, double tolerance, String what) {
    assertEquals(expected.getShape(), actual.getShape(), what);
    float largest = expected.abs().max().getFloat();
    float apart = expected.sub(actual).abs().max().getFloat();
    assertTrue(apart <= tolerance * largest, () -> what + ": apart by " + apart + " of " + largest);
  }
}
