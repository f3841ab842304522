package org.pieceworks.gating.control;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Objects;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.option.NoOptions;

/**
 * A control: pieces are chosen by lot, anew for every target and slot. A piece's lot does not
 * depend on which others are offered. Scores are even over [0, 1).
 */
@Component(service = GatingModel.class)
public final class RandomGating implements GatingModel<NoOptions> {

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String summary() {
    return "Control: pieces are chosen by lot for every target and slot.";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public boolean independent() {
    return true;
  }

  @Override
  public Gates fit(GateFitting fitting, NoOptions options) {
    return ZeroGates.of(fitting);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, NoOptions options) {
    int pieces = scoring.sharers().size();
    float[] scores = new float[scoring.targets().size() * pieces];
    for (int t = 0; t < scoring.targets().size(); t++) {
      long seed = Objects.hash(scoring.seed(), scoring.slot(), scoring.targets().get(t));
      long lot = new SplittableRandom(seed).nextLong();
      for (int p = 0; p < pieces; p++) {
        SplittableRandom own = new SplittableRandom(lot + scoring.sharers().get(p).hashCode());
        scores[t * pieces + p] = (float) own.nextDouble();
      }
    }
    return gates.getManager().create(scores, new Shape(scoring.targets().size(), pieces));
  }
}
