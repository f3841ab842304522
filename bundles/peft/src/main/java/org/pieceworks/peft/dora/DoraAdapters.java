package org.pieceworks.peft.dora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.LowRank;
import org.pieceworks.peft.Pieces;

/**
 * DoRA on a model.
 *
 * @param sites the adapted ones, in forward order
 * @param rows the frozen weights at each
 */
record DoraAdapters(List<SiteShape> sites, Map<Site, Rows> rows, DoraOptions options)
    implements Adapters {

  /** What a row may be scaled by at least, so that its direction can be found again. */
  private static final float LEAST = 1e-6f;

  static DoraAdapters of(BaseModel model, String peft, DoraOptions options) {
    List<SiteShape> sites = AdaptedSites.of(model, peft, options.modules());
    NDManager owner = model.manager().newSubManager();
    Map<Site, Rows> rows = new LinkedHashMap<>();
    sites.forEach(s -> rows.put(s.site(), Rows.of(model.linear(s.site()), owner)));
    return new DoraAdapters(sites, rows, options);
  }

  @Override
  public Bank create(int members, long seed, NDManager manager) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites) {
      NDArray a = LowRank.kaimingUniform(members, options.rank(), shape.in(), random, manager);
      tensors.put(shape.site(), unchanged(shape, a, members, manager));
    }
    return new Bank(tensors);
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    SiteShape shape = AdaptedSites.shape(sites, site);
    return unchanged(shape, manager.zeros(new Shape(1, options.rank(), shape.in())), 1, manager);
  }

  private Map<String, NDArray> unchanged(
      SiteShape shape, NDArray a, int members, NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    tensors.put(Dora.A, a);
    tensors.put(Dora.B, manager.zeros(new Shape(members, shape.out(), options.rank())));
    try (NDArray norms = rows.get(shape.site()).norms();
        NDArray one = norms.expandDims(0)) {
      NDArray magnitudes = one.repeat(0, members);
      magnitudes.attach(manager);
      tensors.put(Dora.MAGNITUDE, magnitudes);
    }
    return tensors;
  }

  /** Dropout acts on what the two factors see; the frozen weights see the whole input. */
  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    boolean drops = training && options.dropout() > 0;
    NDArray seen =
        drops
            ? Dropout.dropout(input, (float) options.dropout(), true).singletonOrThrow()
            : input; // [members, positions, in]
    NDArray low = LowRank.product(seen, tensors.get(Dora.A), tensors.get(Dora.B), options.scale());
    Rows frozen = rows.get(site);
    NDManager pass = input.getManager();
    try (NDManager scope = pass.newSubManager()) {
      NDArray scales = scales(frozen, tensors, scope).expandDims(1); // [members, 1, out]
      NDArray plain = frozen.bias().map(bias -> output.sub(wide(bias, scope))).orElse(output);
      NDArray change = plain.add(low).mul(scales).sub(plain);
      change.attach(pass);
      return change;
    }
  }

  private static NDArray wide(NDArray bias, NDManager scope) {
    NDArray wide = bias.toType(DataType.FLOAT32, true);
    wide.attach(scope);
    return wide;
  }

  /** What each changed row is scaled by, {@code m / ||W + s B A||}: {@code [members, out]}. */
  private NDArray scales(Rows frozen, Map<String, NDArray> tensors, NDManager scope) {
    NDArray norms = frozen.norms(tensors.get(Dora.A), tensors.get(Dora.B), options.scale(), scope);
    NDArray scales = tensors.get(Dora.MAGNITUDE).div(norms);
    scales.attach(scope);
    return scales;
  }

  /**
   * With each piece scaling its changed rows by {@code c}, the weighted sum of the changes {@code
   * (c - 1) W + c s B A} is one of this kind again: rows scaled by {@code 1 + sum w (c - 1)} whose
   * directions are changed by the stacked factors, each {@code B} times {@code w c} over that
   * scale.
   */
  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    NDManager holder = tensors.get(Dora.A).getManager();
    Map<String, NDArray> merged = new LinkedHashMap<>();
    try (NDManager scope = holder.newSubManager()) {
      NDArray a = chosen(tensors.get(Dora.A), index, scope); // [targets, k, r, in]
      NDArray b = chosen(tensors.get(Dora.B), index, scope); // [targets, k, out, r]
      switch (form) {
        case PRODUCT -> {
          Rows frozen = rows.get(site);
          NDArray own = chosen(scales(frozen, tensors, scope), index, scope); // [targets, k, out]
          NDArray scales = bounded(Pieces.average(own.sub(1), weights).add(1)); // [targets, out]
          NDArray read = LowRank.stackedReads(a);
          NDArray write =
              LowRank.stackedWrites(b.mul(own.expandDims(3)), weights).div(scales.expandDims(2));
          NDArray norms = frozen.norms(read, write, options.scale(), scope);
          merged.put(Dora.A, read);
          merged.put(Dora.B, write);
          merged.put(Dora.MAGNITUDE, scales.mul(norms));
        }
        case FACTOR_AVERAGE -> {
          merged.put(Dora.A, Pieces.average(a, weights));
          merged.put(Dora.B, Pieces.average(b, weights));
          NDArray m = chosen(tensors.get(Dora.MAGNITUDE), index, scope);
          merged.put(Dora.MAGNITUDE, Pieces.average(m, weights));
        }
      }
      merged.values().forEach(array -> array.attach(holder));
    }
    return merged;
  }

  private static NDArray chosen(NDArray pieces, NDArray index, NDManager scope) {
    NDArray chosen = Pieces.chosen(pieces, index);
    chosen.attach(scope);
    return chosen;
  }

  /** The same numbers, kept away from zero: no row of a merged adapter may vanish. */
  private static NDArray bounded(NDArray scales) {
    NDArray small = scales.abs().lt(LEAST).toType(DataType.FLOAT32, false);
    return scales.add(small.mul(LEAST));
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    NDArray write = tensors.get(Dora.B);
    NDManager holder = write.getManager();
    try (NDManager scope = holder.newSubManager()) {
      NDArray scales = scales(rows.get(site), tensors, scope).expandDims(2); // [members, out, 1]
      NDArray weight = wide(rows.get(site).weight(), scope);
      NDArray low = write.matMul(tensors.get(Dora.A)).muli(options.scale());
      low.attach(scope);
      NDArray delta = low.add(weight).mul(scales).sub(weight);
      delta.attach(holder);
      return delta;
    }
  }
}
