package org.pieceworks.gating.prototype;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.gating.Cosine;
import org.pieceworks.gating.Means;

/**
 * A departure from the paper: the gate of a piece is the mean of its sharer's normalized
 * activations at the slot; nothing is trained.
 *
 * <p>Scores are the paper's, a cosine times the root of the width. With centring, the mean of the
 * offered gates is taken off both sides first: what all sharers have in common then plays no part,
 * and no piece is close to everybody merely because its sharer is an average person.
 */
@Component(service = GatingModel.class)
public final class PrototypeGating implements GatingModel<PrototypeOptions> {

  @Override
  public String name() {
    return "prototype";
  }

  @Override
  public String summary() {
    return "The mean of the sharer's normalized activations at the slot; nothing is trained.";
  }

  @Override
  public Class<PrototypeOptions> optionsType() {
    return PrototypeOptions.class;
  }

  @Override
  public boolean independent() {
    return true;
  }

  @Override
  public Gates fit(GateFitting fitting, PrototypeOptions options) {
    return new Gates(Means.of(fitting, options.adapted()));
  }

  @Override
  public Optional<NDArray> queries(SlotActivations activations, PrototypeOptions options) {
    return options.centring() ? Optional.empty() : Optional.of(activations.pooled());
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, PrototypeOptions options) {
    if (!options.centring()) {
      return Cosine.score(gates, activations);
    }
    NDArray centre = gates.mean(new int[] {0}, true); // [1, in]
    return Cosine.score(gates.sub(centre), activations.pooled().sub(centre));
  }
}
