package org.pieceworks.gating.loss;

import ai.djl.ndarray.NDArray;
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
import org.pieceworks.api.option.NoOptions;

/**
 * Tries whole sharers out: a piece is as good as all pieces of its sharer together are at
 * predicting the target's own history. Gates say nothing and are as narrow as can be; the price is
 * a pass over every target's history for every sharer.
 *
 * <p>Scores are minus the mean loss of a label, in nats.
 */
@Component(service = GatingModel.class)
public final class HistoryLossGating implements GatingModel<NoOptions> {

  @Override
  public String name() {
    return "history-loss";
  }

  @Override
  public String summary() {
    return "Tries every sharer's whole adapter on the target's history: the lower the loss, the"
        + " better; nothing is trained, and assembly is dear.";
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
    Map<String, NDArray> gates = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      gates.put(slot.key(), fitting.manager().zeros(new Shape(fitting.sharers(), 1)));
    }
    return new Gates(gates);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, NoOptions options) {
    int pieces = scoring.sharers().size();
    float[][] losses = scoring.losses().get();
    float[] scores = new float[losses.length * pieces];
    for (int t = 0; t < losses.length; t++) {
      for (int p = 0; p < pieces; p++) {
        scores[t * pieces + p] = -losses[t][p];
      }
    }
    return gates.getManager().create(scores, new Shape(losses.length, pieces));
  }
}
