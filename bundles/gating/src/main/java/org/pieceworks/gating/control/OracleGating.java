package org.pieceworks.gating.control;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.option.NoOptions;

/**
 * A control that knows the truth: the sharers whose planted mixture is most like the target's.
 * Scores are the cosine of the mixtures, in [0, 1].
 */
@Component(service = GatingModel.class)
public final class OracleGating implements GatingModel<NoOptions> {

  @Override
  public String name() {
    return "oracle";
  }

  @Override
  public String summary() {
    return "Control: knows the planted personas and chooses the sharers most like the target.";
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
    Truth truth =
        scoring
            .truth()
            .orElseThrow(
                () ->
                    BadInputException.of(
                        "gating", "oracle", "a data set with planted truth, such as personas"));
    int pieces = scoring.sharers().size();
    float[] scores = new float[scoring.targets().size() * pieces];
    for (int t = 0; t < scoring.targets().size(); t++) {
      for (int p = 0; p < pieces; p++) {
        scores[t * pieces + p] =
            (float) truth.affinity(scoring.targets().get(t), scoring.sharers().get(p));
      }
    }
    return gates.getManager().create(scores, new Shape(scoring.targets().size(), pieces));
  }
}
