package org.pieceworks.testkit.gating;

/** Where gates must do: both architectures, slots of one module and of a layer. */
public enum Setting {
  /** A decoder, a slot for each module. */
  DECODER_MODULES,
  /** A decoder, a slot for each layer. */
  DECODER_LAYERS,
  /** An encoder, a slot for each module. */
  ENCODER_MODULES,
  /** An encoder, a slot for each layer. */
  ENCODER_LAYERS;

  boolean encoder() {
    return this == ENCODER_MODULES || this == ENCODER_LAYERS;
  }

  boolean layers() {
    return this == DECODER_LAYERS || this == ENCODER_LAYERS;
  }
}
