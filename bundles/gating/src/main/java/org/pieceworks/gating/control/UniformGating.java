package org.pieceworks.gating.control;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.option.NoOptions;

/** A control: every target gets the average of all offered pieces. */
@Component(service = GatingModel.class)
public final class UniformGating implements GatingModel<NoOptions> {

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public String summary() {
    return "Control: all offered pieces in equal parts, whatever the top-k.";
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
  public boolean takesAll() {
    return true;
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, NoOptions options) {
    return gates.getManager().zeros(new Shape(scoring.targets().size(), scoring.sharers().size()));
  }
}
