package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.option.NoOptions;

/** A gating model whose scoring is timed. */
record TimedGating(ConfiguredGating<?> gating, Stopwatch watch) implements GatingModel<NoOptions> {

  @Override
  public String name() {
    return gating.model().name();
  }

  @Override
  public String summary() {
    return gating.model().summary();
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Gates fit(GateFitting fitting, NoOptions options) {
    return gating.fit(fitting);
  }

  @Override
  public boolean takesAll() {
    return gating.takesAll();
  }

  @Override
  public Optional<NDArray> queries(SlotActivations activations, NoOptions options) {
    return gating.queries(activations);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, NoOptions options) {
    return watch.time(() -> gating.score(gates, activations, scoring));
  }
}
