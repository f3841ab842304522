package org.pieceworks.peft.vera;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.Pieces;

/**
 * VeRA on a model.
 *
 * @param sites the adapted ones, in forward order
 */
record VeraAdapters(List<SiteShape> sites, Projections projections, VeraOptions options)
    implements Adapters {

  /** What the scales of the ranks start at, as in the paper. */
  private static final float START = 0.1f;

  static VeraAdapters of(BaseModel model, String peft, VeraOptions options) {
    List<SiteShape> sites = AdaptedSites.of(model, peft, options.modules());
    int in = sites.stream().mapToInt(SiteShape::in).max().orElseThrow();
    int out = sites.stream().mapToInt(SiteShape::out).max().orElseThrow();
    NDManager owner = model.manager().newSubManager();
    return new VeraAdapters(
        sites, Projections.of(options.projectionSeed(), options.rank(), in, out, owner), options);
  }

  /** The seed plays no part: what is random is shared by all and drawn by its own. */
  @Override
  public Bank create(int members, long seed, NDManager manager) {
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites) {
      tensors.put(shape.site(), fresh(shape, members, manager));
    }
    return new Bank(tensors);
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    return fresh(AdaptedSites.shape(sites, site), 1, manager);
  }

  private Map<String, NDArray> fresh(SiteShape shape, int members, NDManager manager) {
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    Shape ranks = new Shape(members, 1, options.rank());
    tensors.put(Vera.RANKS, manager.full(ranks, START, DataType.FLOAT32));
    tensors.put(Vera.OUTPUTS, manager.zeros(new Shape(members, 1, shape.out())));
    return tensors;
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    boolean drops = training && options.dropout() > 0;
    NDArray seen =
        drops
            ? Dropout.dropout(input, (float) options.dropout(), true).singletonOrThrow()
            : input; // [members, positions, in]
    NDManager pass = input.getManager();
    try (NDManager scope = pass.newSubManager()) {
      NDArray read = projections.readTransposed(seen.getShape().get(2), scope); // [in, rank]
      NDArray write = write(tensors, output.getShape().get(2), scope); // [members, out, rank]
      NDArray change = seen.matMul(read).matMul(write.transpose(0, 2, 1));
      change.attach(pass);
      return change;
    }
  }

  /**
   * What leads from the ranks to the output, {@code sum_k b_k * B * d_k}: {@code [members, out,
   * rank]}. Autograd thereby holds a matrix a member, not one a position.
   */
  private NDArray write(Map<String, NDArray> tensors, long out, NDManager scope) {
    try (NDArray outputs = tensors.get(Vera.OUTPUTS).transpose(0, 2, 1)) {
      NDArray scales = outputs.matMul(tensors.get(Vera.RANKS)); // [members, out, rank]
      scales.attach(scope);
      return scales.mul(projections.write(out, scope));
    }
  }

  /** As a product: the scales of all, side by side, those of the outputs weighted. */
  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    if (form == MergeForm.FACTOR_AVERAGE) {
      return Pieces.averages(tensors, index, weights);
    }
    long targets = index.getShape().get(0);
    NDArray ranks = Pieces.chosen(tensors.get(Vera.RANKS), index); // [targets, k, parts, rank]
    NDArray outputs = Pieces.chosen(tensors.get(Vera.OUTPUTS), index); // [targets, k, parts, out]
    NDArray shares = weights.reshape(targets, -1, 1, 1);
    Map<String, NDArray> merged = new LinkedHashMap<>();
    merged.put(Vera.RANKS, ranks.reshape(targets, -1, options.rank()));
    merged.put(Vera.OUTPUTS, outputs.mul(shares).reshape(targets, -1, outputs.getShape().get(3)));
    return merged;
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    SiteShape shape = AdaptedSites.shape(sites, site);
    NDManager holder = tensors.get(Vera.RANKS).getManager();
    try (NDManager scope = holder.newSubManager()) {
      NDArray delta =
          write(tensors, shape.out(), scope).matMul(projections.read(shape.in(), scope));
      delta.attach(holder);
      return delta;
    }
  }
}
