package org.pieceworks.peft.ia3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pieceworks.api.model.Linear;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.Frozen;
import org.pieceworks.peft.Pieces;

/**
 * IA3 on a model.
 *
 * @param sites the adapted ones, in forward order
 * @param frozen the frozen map at each
 */
record Ia3Adapters(List<SiteShape> sites, Function<Site, Linear> frozen, Ia3Options options)
    implements Adapters {

  /** Starts without any deviation; nothing is drawn. */
  @Override
  public Bank create(int members, long seed, NDManager manager) {
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites) {
      tensors.put(shape.site(), zeros(shape, members, manager));
    }
    return new Bank(tensors);
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    return zeros(AdaptedSites.shape(sites, site), 1, manager);
  }

  private Map<String, NDArray> zeros(SiteShape shape, int members, NDManager manager) {
    int width = scalesInput(shape.site()) ? shape.in() : shape.out();
    return Map.of(Ia3.DEVIATION, manager.zeros(new Shape(members, width)));
  }

  private boolean scalesInput(Site site) {
    return options.scalesInput(site.module());
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    try (NDArray deviation = tensors.get(Ia3.DEVIATION).expandDims(1)) { // [members, 1, width]
      if (!scalesInput(site)) {
        return output.mul(deviation);
      }
      try (NDArray scaled = input.mul(deviation)) {
        return Frozen.linear(scaled, frozen.apply(site).weight());
      }
    }
  }

  /** Both forms are the weighted sum of the deviations: the change is linear in them. */
  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    return Pieces.averages(tensors, index, weights);
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    throw new UnsupportedOperationException(
        "ia3 scales biases too, which no change of the weights equals");
  }
}
