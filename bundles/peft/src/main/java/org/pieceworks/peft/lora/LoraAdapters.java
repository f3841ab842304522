package org.pieceworks.peft.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.peft.Place;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.LowRank;
import org.pieceworks.peft.Pieces;
import org.pieceworks.peft.ThinProduct;

/**
 * LoRA on a model; the frozen weights do not matter to it.
 *
 * @param sites the adapted ones, in forward order
 */
record LoraAdapters(List<SiteShape> sites, LoraOptions options) implements Adapters {

  @Override
  public Bank create(int members, long seed, NDManager manager) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites) {
      Map<String, NDArray> factors = new LinkedHashMap<>();
      factors.put(
          Lora.A, LowRank.kaimingUniform(members, options.rank(), shape.in(), random, manager));
      factors.put(Lora.B, manager.zeros(new Shape(members, shape.out(), options.rank())));
      tensors.put(shape.site(), factors);
    }
    return new Bank(tensors);
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    return changes(List.of(new Place(site, tensors, output, null)), input, training).get(0);
  }

  /** Dropout is another at each module, so that each then reads an input of its own. */
  @Override
  public List<NDArray> changes(List<Place> places, NDArray input, boolean training) {
    if (!training || options.dropout() == 0) {
      return product(places, input);
    }
    List<NDArray> changes = new ArrayList<>();
    for (Place place : places) {
      NDArray seen = Dropout.dropout(input, (float) options.dropout(), true).singletonOrThrow();
      changes.addAll(product(List.of(place), seen));
    }
    return changes;
  }

  private List<NDArray> product(List<Place> places, NDArray input) {
    List<ThinProduct> factors =
        places.stream()
            .map(
                place ->
                    new ThinProduct(
                        place.tensors().get(Lora.A), place.tensors().get(Lora.B), place.factor()))
            .toList();
    return LowRank.products(factors, input, options.scale());
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    SiteShape shape = AdaptedSites.shape(sites, site);
    Map<String, NDArray> factors = new LinkedHashMap<>();
    factors.put(Lora.A, manager.zeros(new Shape(1, options.rank(), shape.in())));
    factors.put(Lora.B, manager.zeros(new Shape(1, shape.out(), options.rank())));
    return factors;
  }

  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    NDArray a = Pieces.chosen(tensors.get(Lora.A), index); // [targets, k, r, in]
    NDArray b = Pieces.chosen(tensors.get(Lora.B), index); // [targets, k, out, r]
    Map<String, NDArray> merged = new LinkedHashMap<>();
    switch (form) {
      case PRODUCT -> {
        merged.put(Lora.A, LowRank.stackedReads(a));
        merged.put(Lora.B, LowRank.stackedWrites(b, weights));
      }
      case FACTOR_AVERAGE -> {
        merged.put(Lora.A, Pieces.average(a, weights));
        merged.put(Lora.B, Pieces.average(b, weights));
      }
    }
    return merged;
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    return tensors.get(Lora.B).matMul(tensors.get(Lora.A)).muli(options.scale());
  }
}
