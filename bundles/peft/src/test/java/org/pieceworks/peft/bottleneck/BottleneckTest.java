package org.pieceworks.peft.bottleneck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.peft.bottleneck.BottleneckOptions.Activation;
import org.pieceworks.peft.bottleneck.BottleneckOptions.Placement;

class BottleneckTest {

  private static final Site DOWN = new Site(0, "down_proj");

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void standsWhereTheOptionsSay() {
    assertEquals(Set.of("down_proj"), modules(Placement.PFEIFFER));
    assertEquals(Set.of("o_proj", "down_proj"), modules(Placement.HOULSBY));
  }

  private static Set<String> modules(Placement placement) {
    BottleneckOptions options = new BottleneckOptions(placement, 4, Activation.RELU);
    return new Bottleneck().form(options).modules().keySet();
  }

  @Test
  void aProductChangesByTheWeightedSumOfTheChanges() {
    for (Activation activation : Activation.values()) {
      BottleneckAdapters adapters =
          new BottleneckAdapters(
              List.of(new SiteShape(DOWN, 8, 6)),
              new BottleneckOptions(Placement.PFEIFFER, 4, activation));
      Bank bank = adapters.create(2, 1, manager);
      bank.flat().values().forEach(a -> manager.randomNormal(a.getShape()).copyTo(a));
      Map<String, NDArray> tensors = bank.tensors().get(DOWN);
      NDArray index = manager.create(new long[] {0, 1}, new Shape(1, 2));
      NDArray weights = manager.create(new float[] {0.7f, 0.3f}, new Shape(1, 2));
      NDArray output = manager.randomNormal(new Shape(1, 5, 6));
      NDArray each = adapters.change(DOWN, tensors, null, output.repeat(0, 2), false);
      NDArray sum =
          adapters.change(
              DOWN,
              adapters.merge(DOWN, tensors, index, weights, MergeForm.PRODUCT),
              null,
              output,
              false);
      NDArray expected = each.get(0).mul(0.7).add(each.get(1).mul(0.3));
      assertArrayEquals(expected.toFloatArray(), sum.get(0).toFloatArray(), 1e-4f);
    }
  }
}
