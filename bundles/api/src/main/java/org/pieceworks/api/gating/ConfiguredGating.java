package org.pieceworks.api.gating;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.peft.AdapterForm;

/** A gating model with its options, so that callers need not know the type of the options. */
public record ConfiguredGating<O extends Record>(GatingModel<O> model, O options) {

  /** See {@link GatingModel#unsuited}. */
  public Optional<Unsuited> unsuited(AdapterForm form) {
    return model.unsuited(form, options);
  }

  /** See {@link GatingModel#fit}. */
  public Gates fit(GateFitting fitting) {
    return model.fit(fitting, options);
  }

  /** See {@link GatingModel#score}. */
  public NDArray score(NDArray gates, SlotActivations activations, Scoring scoring) {
    return model.score(gates, activations, scoring, options);
  }

  /** See {@link GatingModel#queries}. */
  public Optional<NDArray> queries(SlotActivations activations) {
    return model.queries(activations, options);
  }

  /** See {@link GatingModel#takesAll}. */
  public boolean takesAll() {
    return model.takesAll();
  }

  /** See {@link GatingModel#independent}. */
  public boolean independent() {
    return model.independent();
  }
}
