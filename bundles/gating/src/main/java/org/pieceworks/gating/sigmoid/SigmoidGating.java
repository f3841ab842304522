package org.pieceworks.gating.sigmoid;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.gating.Cosine;
import org.pieceworks.gating.Means;
import org.pieceworks.gating.sigmoid.SigmoidOptions.Start;

/**
 * The gate of Per-Pcs (arXiv 2406.10471, section 3.2): a vector g, zero at the start, trained with
 * all else frozen while the adapter sees {@code x * sigmoid(x . g)}.
 *
 * <p>Scores are a cosine times the root of the width. Two departures are optional. A gate may start
 * at its sharer's mean normalized activation, over the root of the width: at full length the
 * sigmoid would be flat and training would leave the gate as it is. And scores may be centred: each
 * gate is then {@code [g | mean]}, {@code [sharers, 2 * in]}, and the average of the offered means
 * is taken off the activations, and off gates that started there.
 */
@Component(service = GatingModel.class)
public final class SigmoidGating implements GatingModel<SigmoidOptions> {

  @Override
  public String name() {
    return "sigmoid";
  }

  @Override
  public String summary() {
    return "The paper's gate: a vector per piece, trained with everything else frozen.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471";
  }

  @Override
  public Class<SigmoidOptions> optionsType() {
    return SigmoidOptions.class;
  }

  @Override
  public Optional<Unsuited> unsuited(AdapterForm form, SigmoidOptions options) {
    return form.virtual()
        ? Optional.of(
            new Unsuited(
                "its gate multiplies what a piece adds to a module, and the virtual tokens of "
                    + form.peft()
                    + " stand beside the text",
                "prototype, linear or history-loss"))
        : Optional.empty();
  }

  @Override
  public boolean independent() {
    return true;
  }

  @Override
  public Gates fit(GateFitting fitting, SigmoidOptions options) {
    boolean read = options.centring() || options.start() == Start.PROTOTYPE;
    Map<String, NDArray> means = read ? Means.of(fitting, true) : Map.of();
    Map<String, NDArray> gates = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      Shape shape = new Shape(fitting.sharers(), slot.gate().in());
      gates.put(
          slot.key(),
          options.start() == Start.ZERO
              ? fitting.manager().zeros(shape)
              : start(means.get(slot.key())));
    }
    fitting.train(gates, SigmoidFactor::new, options.training());
    if (options.centring()) {
      gates.replaceAll((slot, g) -> NDArrays.concat(new NDList(g, means.get(slot)), 1));
    }
    return new Gates(gates);
  }

  private static NDArray start(NDArray means) {
    return means.div(Math.sqrt(means.getShape().get(1)));
  }

  @Override
  public Optional<NDArray> queries(SlotActivations activations, SigmoidOptions options) {
    return options.centring() ? Optional.empty() : Optional.of(activations.pooled());
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, SigmoidOptions options) {
    if (!options.centring()) {
      return Cosine.score(gates, activations);
    }
    NDList parts = gates.split(2, 1); // [pieces, in] each
    NDArray centre = parts.get(1).mean(new int[] {0}, true); // [1, in]
    NDArray directions =
        options.start() == Start.ZERO ? parts.get(0) : parts.get(0).sub(start(centre));
    return Cosine.score(directions, activations.pooled().sub(centre));
  }
}
