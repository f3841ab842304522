package org.pieceworks.experiment.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.option.Option;

/** A gating model like the uniform control, unless one of its two methods is told otherwise. */
record ScriptedGating(Fit fit, Score score) implements GatingModel<ScriptedGating.Options> {

  /** Which script it is: what others have made is not taken for its own. */
  record Options(@Option(help = "The number of the script", value = "0") int script) {}

  /** Makes gates. */
  interface Fit {

    Gates of(GateFitting fitting);
  }

  /** Scores pieces. */
  interface Score {

    NDArray of(NDArray gates, SlotActivations activations);
  }

  static ScriptedGating fitting(Fit fit) {
    return new ScriptedGating(fit, ScriptedGating::zeros);
  }

  static ScriptedGating scoring(Score score) {
    return new ScriptedGating(ScriptedGating::ones, score);
  }

  static Gates ones(GateFitting fitting) {
    Map<String, NDArray> gates = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      gates.put(slot.key(), fitting.manager().ones(new Shape(fitting.sharers(), 1)));
    }
    return new Gates(gates);
  }

  static NDArray zeros(NDArray gates, SlotActivations activations) {
    long targets = activations.inputs().getShape().get(0);
    return gates.getManager().zeros(new Shape(targets, gates.getShape().get(0)));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String summary() {
    return "Does as it is told.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Gates fit(GateFitting fitting, Options options) {
    return fit.of(fitting);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, Options options) {
    return score.of(gates, activations);
  }
}
