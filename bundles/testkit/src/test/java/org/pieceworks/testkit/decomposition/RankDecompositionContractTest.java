package org.pieceworks.testkit.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.AdapterForm.Factors;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.decomposition.RankDecomposition;
import org.pieceworks.testkit.SmallModels;

class RankDecompositionContractTest extends DecompositionContract<NoOptions> {

  @Override
  protected ConfiguredDecomposition<NoOptions> decomposition() {
    return new ConfiguredDecomposition<>(new RankDecomposition(), new NoOptions());
  }

  @Test
  void componentsAreStrongestFirstBalancedAndOrthogonal() {
    try (NDManager manager = SmallModels.manager()) {
      DecompositionBench bench = bench(manager);
      Map<String, Bank> cut = bench.cut(bench.bank());
      Site site = new Site(1, "k_proj");
      List<NDArray> reads = new ArrayList<>();
      double last = Double.POSITIVE_INFINITY;
      for (int part = 0; part < 3; part++) {
        Map<String, NDArray> one = cut.get(site + ".rank." + part).tensors().get(site);
        NDArray read = one.get("A").get(0).flatten();
        NDArray write = one.get("B").get(0).flatten();
        double strength = read.square().sum().getFloat();
        assertEquals(strength, write.square().sum().getFloat(), 1e-5);
        assertTrue(strength <= last, "component " + part + " is stronger than the one before");
        assertEquals(write.abs().max().getFloat(), write.max().getFloat());
        reads.forEach(other -> assertEquals(0, other.mul(read).sum().getFloat(), 1e-5));
        reads.add(read);
        last = strength;
      }
    }
  }

  @Test
  void piecesTogetherAreAsLargeAsTheFactors() {
    try (NDManager manager = SmallModels.manager()) {
      DecompositionBench bench = bench(manager);
      long sum = bench.cut(bench.bank()).values().stream().mapToLong(Bank::bytesPerMember).sum();
      assertEquals(bench.bank().bytesPerMember(), sum);
    }
  }

  @Test
  void anAdapterThatChangesNothingHasEmptyComponents() {
    try (NDManager manager = SmallModels.manager()) {
      DecompositionBench bench = bench(manager);
      Bank fresh = bench.adapters().create(1, 5, manager);
      for (Bank piece : bench.cut(fresh).values()) {
        piece.flat().values().forEach(t -> assertEquals(0, t.abs().max().getFloat()));
      }
    }
  }

  @Test
  void factorsOfLowerRankThanTheirSizeLoseNothing() {
    try (NDManager manager = SmallModels.manager()) {
      DecompositionBench bench = bench(manager);
      for (Map<String, NDArray> site : bench.bank().tensors().values()) {
        NDArray write = site.get("B"); // its third column becomes the sum of the others
        NDArray two = write.get(":, :, :2");
        write.set(
            new NDIndex(":, :, 2:"),
            two.sum(new int[] {2}, true).reshape(new Shape(3, two.getShape().get(1), 1)));
      }
      Bank whole = bench.bank().select(new int[] {2}, manager);
      bench.assertSame(whole, bench.rebuilt(2), 1e-6, "dependent columns");
    }
  }

  @Test
  void refusesWhatIsMoreThanAProduct() {
    Map<String, List<Axis>> tensors =
        Map.of(
            "A", List.of(Axis.INNER, Axis.IN),
            "B", List.of(Axis.OUT, Axis.INNER),
            "bias", List.of(Axis.OUT));
    AdapterForm more =
        new AdapterForm(
            "other", Map.of("q_proj", tensors), Optional.of(new Factors("A", "B", 2)), true);
    AdapterForm none = new AdapterForm("other", Map.of("q_proj", tensors), Optional.empty(), true);
    assertEquals(1, decomposition().unsuited(more).stream().count());
    assertEquals(1, decomposition().unsuited(none).stream().count());
  }

  private DecompositionBench bench(NDManager manager) {
    return DecompositionBench.of(
        SmallModels.decoder(manager), PeftKinds.lora(), decomposition(), manager);
  }
}
