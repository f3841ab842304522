package org.pieceworks.experiment.trial;

import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.ConfiguredPeft;

/**
 * A PEFT type with its options on the model that a trial serves with.
 *
 * @param adapters of the type, on that model
 */
record BoundPeft(ConfiguredPeft<?> peft, Adapters adapters) {

  static BoundPeft of(ConfiguredPeft<?> peft, BaseModel model) {
    return new BoundPeft(peft, peft.on(model));
  }

  /** What keys of stages say of it. */
  PluginKey key() {
    return PluginKey.of(peft.type(), peft.options());
  }
}
