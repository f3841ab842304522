package org.pieceworks.peft.bottleneck;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.LowRank;
import org.pieceworks.peft.Pieces;

/**
 * Bottleneck adapters on a model; the frozen weights do not matter to them.
 *
 * @param sites the adapted ones, in forward order
 */
record BottleneckAdapters(List<SiteShape> sites, BottleneckOptions options) implements Adapters {

  @Override
  public Bank create(int members, long seed, NDManager manager) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites) {
      NDArray down = LowRank.kaimingUniform(members, options.width(), shape.out(), random, manager);
      tensors.put(shape.site(), unchanged(shape, down, members, manager));
    }
    return new Bank(tensors);
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    SiteShape shape = AdaptedSites.shape(sites, site);
    NDArray down = manager.zeros(new Shape(1, options.width(), shape.out()));
    return unchanged(shape, down, 1, manager);
  }

  private Map<String, NDArray> unchanged(
      SiteShape shape, NDArray down, int members, NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    tensors.put(Bottleneck.DOWN, down);
    tensors.put(Bottleneck.DOWN_BIAS, manager.zeros(new Shape(members, options.width())));
    tensors.put(Bottleneck.UP, manager.zeros(new Shape(members, shape.out(), options.width())));
    tensors.put(Bottleneck.UP_BIAS, manager.zeros(new Shape(members, shape.out())));
    return tensors;
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    // The views of the bank's tensors would pile up in its manager over many passes.
    try (NDArray down = tensors.get(Bottleneck.DOWN).transpose(0, 2, 1);
        NDArray up = tensors.get(Bottleneck.UP).transpose(0, 2, 1);
        NDArray downBias = tensors.get(Bottleneck.DOWN_BIAS).expandDims(1);
        NDArray upBias = tensors.get(Bottleneck.UP_BIAS).expandDims(1)) {
      NDArray hidden = output.matMul(down).add(downBias); // [members, positions, width]
      return options.activation().of(hidden).matMul(up).add(upBias);
    }
  }

  /** As a product: the hidden units of all, side by side, their ways up weighted. */
  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    if (form == MergeForm.FACTOR_AVERAGE) {
      return Pieces.averages(tensors, index, weights);
    }
    NDArray down = Pieces.chosen(tensors.get(Bottleneck.DOWN), index); // [targets, k, width, out]
    NDArray bias = Pieces.chosen(tensors.get(Bottleneck.DOWN_BIAS), index); // [targets, k, width]
    NDArray up = Pieces.chosen(tensors.get(Bottleneck.UP), index); // [targets, k, out, width]
    NDArray upBias = Pieces.chosen(tensors.get(Bottleneck.UP_BIAS), index); // [targets, k, out]
    Map<String, NDArray> merged = new LinkedHashMap<>();
    merged.put(Bottleneck.DOWN, LowRank.stackedReads(down));
    merged.put(Bottleneck.DOWN_BIAS, bias.reshape(bias.getShape().get(0), -1));
    merged.put(Bottleneck.UP, LowRank.stackedWrites(up, weights));
    merged.put(Bottleneck.UP_BIAS, Pieces.average(upBias, weights));
    return merged;
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    throw new UnsupportedOperationException("a bottleneck adapter is no change of the weights");
  }
}
