package org.pieceworks.testkit.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.decomposition.HeadDecomposition;
import org.pieceworks.testkit.SmallModels;

class HeadDecompositionContractTest extends DecompositionContract<NoOptions> {

  @Override
  protected ConfiguredDecomposition<NoOptions> decomposition() {
    return new ConfiguredDecomposition<>(new HeadDecomposition(), new NoOptions());
  }

  @Test
  void keysAndValuesHaveAsManyHeadsAsTheyShare() {
    try (NDManager manager = SmallModels.manager()) {
      Map<String, Integer> slots = new LinkedHashMap<>();
      for (Slot slot : bench(manager).slots()) {
        slots.merge(slot.sites().get(0).module(), 1, Integer::sum);
      }
      Map<String, Integer> ofTwoLayers =
          Map.of("q_proj", 8, "k_proj", 4, "v_proj", 4, "o_proj", 8, "down_proj", 2);
      assertEquals(ofTwoLayers, slots);
    }
  }

  @Test
  void aRestoredPieceActsOnItsHeadAlone() {
    try (NDManager manager = SmallModels.manager()) {
      DecompositionBench bench = bench(manager);
      Map<String, Bank> cut = bench.cut(bench.bank());
      for (String key : List.of("layers.0.q_proj.head.2", "layers.1.o_proj.head.2")) {
        Slot slot = bench.slots().stream().filter(s -> s.key().equals(key)).findFirst().get();
        Bank restored =
            bench.scheme().restore(slot, cut.get(key), bench.plan(), bench.adapters(), manager);
        Site site = slot.sites().get(0);
        NDArray own = bench.adapters().delta(site, restored.tensors().get(site));
        NDArray all = bench.adapters().delta(site, bench.bank().tensors().get(site));
        String head = key.contains("q_proj") ? ":, 8:12" : ":, :, 8:12";
        DecompositionBench.assertClose(all.get(head), own.get(head), 1e-6, key);
        assertEquals(
            own.get(head).abs().sum().getFloat(), own.abs().sum().getFloat(), 1e-4, "elsewhere");
      }
    }
  }

  @Test
  void piecesCarryTheirHeadsNumbersAndTheSharedFactor() {
    try (NDManager manager = SmallModels.manager()) {
      Map<String, Bank> cut = bench(manager).cut(bench(manager).bank());
      long floats = Float.BYTES;
      long read = 3 * 16 * floats;
      assertEquals(read + 4 * 3 * floats, cut.get("layers.0.q_proj.head.0").bytesPerMember());
      long write = 16 * 3 * floats;
      assertEquals(write + 3 * 4 * floats, cut.get("layers.0.o_proj.head.0").bytesPerMember());
    }
  }

  @Test
  void whatWouldCountOncePerHeadKeepsASiteWhole() {
    Map<String, List<Axis>> tensors = new LinkedHashMap<>();
    tensors.put("A", List.of(Axis.INNER, Axis.IN));
    tensors.put("B", List.of(Axis.OUT, Axis.INNER));
    tensors.put("magnitude", List.of(Axis.OUT));
    ConfiguredDecomposition<NoOptions> scheme = decomposition();
    assertEquals(Optional.empty(), scheme.unsuited(form("q_proj", tensors)));
    assertEquals(1, scheme.unsuited(form("o_proj", tensors)).stream().count());
    assertEquals(1, scheme.unsuited(form("down_proj", tensors)).stream().count());
  }

  private static AdapterForm form(String module, Map<String, List<Axis>> tensors) {
    return new AdapterForm("other", Map.of(module, tensors), Optional.empty(), true);
  }

  private DecompositionBench bench(NDManager manager) {
    return DecompositionBench.of(
        SmallModels.decoder(manager), PeftKinds.lora(), decomposition(), manager);
  }
}
