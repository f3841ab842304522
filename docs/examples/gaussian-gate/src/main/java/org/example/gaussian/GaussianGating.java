package org.example.gaussian;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;

/**
 * Takes each sharer's activations at a slot for draws from a Gaussian with a variance of its own in
 * every direction, and scores the sharer's piece by how likely the target's activations are under
 * it. A prototype knows where a sharer's activations lie; this knows how far they usually stray.
 */
@Component(service = GatingModel.class)
public final class GaussianGating implements GatingModel<GaussianOptions> {

  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public String summary() {
    return "How likely the target's activations are under a Gaussian of the sharer's.";
  }

  @Override
  public Class<GaussianOptions> optionsType() {
    return GaussianOptions.class;
  }

  /** A gate is the sharer's means, then their variances: {@code [sharers, 2 * in]}. */
  @Override
  public Gates fit(GateFitting fitting, GaussianOptions options) {
    Map<String, NDList> groups = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      groups.put(slot.key(), new NDList());
    }
    fitting.visitActivations(
        options.adapted(),
        (slot, activations) -> {
          Moments moments = Moments.of(activations);
          NDArray gate = moments.means().concat(moments.variances(options.shrinkage()), 1);
          gate.attach(fitting.manager());
          groups.get(slot.key()).add(gate);
        });
    Map<String, NDArray> gates = new LinkedHashMap<>();
    groups.forEach((slot, parts) -> gates.put(slot, NDArrays.concat(parts, 0)));
    return new Gates(gates);
  }

  /** The mean log-likelihood per direction, up to a constant: {@code [targets, pieces]}. */
  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, GaussianOptions options) {
    long in = gates.getShape().get(1) / 2;
    NDArray means = gates.get(new NDIndex(":, :{}", in)); // [pieces, in]
    NDArray precisions = gates.get(new NDIndex(":, {}:", in)).pow(-1);
    Moments target = Moments.of(activations); // [targets, in]
    // The mean of (x - mean)^2 / variance, multiplied out.
    NDArray distances =
        target
            .squares()
            .matMul(precisions.transpose())
            .sub(target.means().matMul(means.mul(precisions).transpose()).mul(2))
            .add(means.square().mul(precisions).sum(new int[] {1}).expandDims(0));
    NDArray spreads = precisions.log().sum(new int[] {1}).expandDims(0); // [1, pieces]
    return spreads.sub(distances).mul(options.sharpness() / (2 * in));
  }
}
