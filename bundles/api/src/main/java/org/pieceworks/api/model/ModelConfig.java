package org.pieceworks.api.model;

/** The shape of a base model, as in a Hugging Face {@code config.json}. */
public sealed interface ModelConfig permits DecoderConfig, EncoderConfig {

  /** {@code hidden_size}. */
  int width();

  /** {@code num_hidden_layers}. */
  int layers();

  /** {@code num_attention_heads}. */
  int heads();

  /** Numbers of a head. */
  int headWidth();

  /** Numbers of a token's keys, which are as many as those of its values. */
  int keyWidth();

  /** {@code intermediate_size}. */
  int feedForward();

  /** {@code vocab_size}. */
  int vocabulary();

  /** What norms add to the variance. */
  double normEpsilon();

  /** {@code max_position_embeddings}. */
  int maxPositions();

  /** What a text begins with. */
  int beginToken();

  /** What a text ends with. */
  int endToken();
}
