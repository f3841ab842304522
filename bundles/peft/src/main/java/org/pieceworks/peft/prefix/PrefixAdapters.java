package org.pieceworks.peft.prefix;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.peft.Draws;
import org.pieceworks.peft.Pieces;

/**
 * Prefix tuning on a model.
 *
 * @param virtual how many tokens
 */
record PrefixAdapters(ModelConfig model, int virtual) implements Adapters {

  /** The deviation of the first keys and values, as that of a transformer's own weights. */
  private static final double DEVIATION = 0.02;

  @Override
  public Bank create(int members, long seed, NDManager manager) {
    SplittableRandom random = new SplittableRandom(seed);
    Shape shape = new Shape(virtual, model.keyWidth());
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (int layer = 0; layer < model.layers(); layer++) {
      Map<String, NDArray> both = new LinkedHashMap<>();
      for (String name : new String[] {PrefixTuning.KEYS, PrefixTuning.VALUES}) {
        both.put(
            name, Draws.forAll(members, shape, () -> DEVIATION * random.nextGaussian(), manager));
      }
      tensors.put(Site.prefix(layer), both);
    }
    return new Bank(tensors);
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    NDArray both =
        NDArrays.concat(
            new NDList(tensors.get(PrefixTuning.KEYS), tensors.get(PrefixTuning.VALUES)), 2);
    both.attach(input.getManager());
    return both;
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    Shape shape = new Shape(1, virtual, model.keyWidth());
    Map<String, NDArray> both = new LinkedHashMap<>();
    both.put(PrefixTuning.KEYS, manager.zeros(shape));
    both.put(PrefixTuning.VALUES, manager.zeros(shape));
    return both;
  }

  /** The weighted sum of keys and of values in both forms: virtual tokens have no product. */
  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    return Pieces.averages(tensors, index, weights);
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    throw new UnsupportedOperationException("a prefix changes no weight");
  }
}
