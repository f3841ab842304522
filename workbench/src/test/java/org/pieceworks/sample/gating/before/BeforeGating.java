package org.pieceworks.sample.gating.before;

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
import org.pieceworks.api.option.Option;

/** One of two versions of a gating model: Prefers the first pieces. */
@Component(service = GatingModel.class)
public final class BeforeGating implements GatingModel<BeforeGating.Options> {

  /** Something to cache. */
  public record Options(
      @Option(help = "How strongly", value = "1", min = 0, max = 10) double strength) {}

  @Override
  public String name() {
    return "swapped";
  }

  @Override
  public String summary() {
    return "Prefers the first pieces.";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Gates fit(GateFitting fitting, Options options) {
    Map<String, NDArray> gates = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      gates.put(slot.key(), fitting.manager().ones(new Shape(fitting.sharers(), 1)));
    }
    return new Gates(gates);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, Options options) {
    int pieces = scoring.sharers().size();
    float[] row = new float[pieces];
    for (int piece = 0; piece < pieces; piece++) {
      row[piece] = (float) (-piece * options.strength());
    }
    NDArray scores = gates.getManager().create(row).expandDims(0);
    return scores.repeat(0, scoring.targets().size());
  }
}
