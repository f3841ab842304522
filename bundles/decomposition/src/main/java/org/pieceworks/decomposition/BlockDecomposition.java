package org.pieceworks.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.AdapterForm;

/**
 * One piece per block of consecutive layers, between {@link LayerDecomposition} and {@link
 * WholeDecomposition}; the gate reads the block's first site.
 */
@Component(service = Decomposition.class)
public final class BlockDecomposition implements Decomposition<BlockOptions> {

  @Override
  public String name() {
    return "block";
  }

  @Override
  public String summary() {
    return "One piece per block of consecutive layers, gated by what enters the first.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471 (layers), in blocks";
  }

  @Override
  public Class<BlockOptions> optionsType() {
    return BlockOptions.class;
  }

  @Override
  public Optional<Unsuited> unsuited(AdapterForm form, BlockOptions options) {
    return Layers.missing(form);
  }

  @Override
  public List<Slot> slots(AdapterPlan plan, BlockOptions options) {
    Map<Integer, List<SiteShape>> blocks = new TreeMap<>();
    for (SiteShape shape : plan.sites()) {
      int block = shape.site().layer() / options.layers();
      blocks.computeIfAbsent(block, b -> new ArrayList<>()).add(shape);
    }
    return blocks.values().stream().map(BlockDecomposition::slot).toList();
  }

  /** {@code layers.2-3}, or {@code layers.2} of a block of one. */
  private static Slot slot(List<SiteShape> sites) {
    int first = sites.get(0).site().layer();
    int last = sites.get(sites.size() - 1).site().layer();
    return new Slot(
        "layers." + first + (last > first ? "-" + last : ""),
        sites.get(0),
        sites.stream().map(SiteShape::site).toList());
  }
}
