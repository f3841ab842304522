package org.pieceworks.gating.linear;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
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
 * Learns at every slot to tell the sharers' normalized activations apart, with Tribuo's logistic
 * regression; a gate is what recognizes its sharer: {@code [weights | bias]}, {@code [sharers, in +
 * 1]}.
 *
 * <p>It is one regression over all sharers and not one for each against the rest: the logits of a
 * softmax differ by the log odds that an activation is one sharer's and not another's, which is
 * what a choice among pieces asks, while those of separate regressions are each against another
 * rest; and it is a single fit. So gates depend on who else shares, and whoever fits them sees all
 * sharers' activations.
 *
 * <p>Scores are mean logits over the positions where labels are predicted.
 */
@Component(service = GatingModel.class)
public final class LinearGating implements GatingModel<LinearOptions> {

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public String summary() {
    return "A logistic regression per slot that tells the sharers' activations apart.";
  }

  @Override
  public Class<LinearOptions> optionsType() {
    return LinearOptions.class;
  }

  @Override
  public Gates fit(GateFitting fitting, LinearOptions options) {
    Map<String, ActivationSample> samples = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      samples.put(slot.key(), new ActivationSample(options.activations()));
    }
    fitting.visitActivations(true, (slot, seen) -> samples.get(slot.key()).add(seen));
    Map<String, NDArray> gates = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      fitting.progress().checkCancelled();
      int in = slot.gate().in();
      float[] flat =
          SharerRegression.fit(
              samples.get(slot.key()), fitting.sharers(), in, options, fitting.seed());
      samples.remove(slot.key());
      gates.put(slot.key(), fitting.manager().create(flat, new Shape(fitting.sharers(), in + 1)));
      fitting.progress().report(gates.size(), fitting.slots().size(), "slots");
    }
    return new Gates(gates);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, LinearOptions options) {
    long in = gates.getShape().get(1) - 1;
    NDList parts = gates.split(new long[] {in}, 1); // [pieces, in], [pieces, 1]
    return activations.pooled().matMul(parts.get(0).transpose()).add(parts.get(1).transpose());
  }
}
