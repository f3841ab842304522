package org.pieceworks.testkit.decomposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.decomposition.BlockDecomposition;
import org.pieceworks.decomposition.BlockOptions;

class BlockDecompositionContractTest extends DecompositionContract<BlockOptions> {

  @Override
  protected ConfiguredDecomposition<BlockOptions> decomposition() {
    return new ConfiguredDecomposition<>(new BlockDecomposition(), new BlockOptions(2));
  }

  @Test
  void theLastBlockHasTheLayersThatAreLeft() {
    List<SiteShape> sites =
        IntStream.range(0, 5).mapToObj(l -> new SiteShape(new Site(l, "q_proj"), 8, 8)).toList();
    DecoderConfig config = new DecoderConfig(8, 5, 2, 2, 4, 16, 40, 1e-5, 10_000, 64, false, 1, 2);
    AdapterPlan plan = AdapterPlan.of(PeftKinds.lora().form(), sites, config);
    List<Slot> slots = decomposition().slots(plan);
    assertEquals(
        List.of("layers.0-1", "layers.2-3", "layers.4"), slots.stream().map(Slot::key).toList());
    assertEquals(sites.get(2), slots.get(1).gate());
  }
}
