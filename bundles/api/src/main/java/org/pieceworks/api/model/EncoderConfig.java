package org.pieceworks.api.model;

import java.util.List;

/**
 * The shape of a BERT-family encoder.
 *
 * @param width {@code hidden_size}
 * @param layers {@code num_hidden_layers}
 * @param heads {@code num_attention_heads}
 * @param feedForward {@code intermediate_size}
 * @param vocabulary {@code vocab_size}
 * @param tokenTypes {@code type_vocab_size}
 * @param normEpsilon {@code layer_norm_eps}
 * @param maxPositions {@code max_position_embeddings}
 * @param pooling how the states of a text's tokens become one
 * @param labels what the head tells apart, in the order of {@code id2label}; empty: there is no
 *     head
 * @param beginToken the id of {@code [CLS]}
 * @param endToken the id of {@code [SEP]}
 */
public record EncoderConfig(
    int width,
    int layers,
    int heads,
    int feedForward,
    int vocabulary,
    int tokenTypes,
    double normEpsilon,
    int maxPositions,
    Pooling pooling,
    List<String> labels,
    int beginToken,
    int endToken)
    implements ModelConfig {

  /** How the states of a text's tokens become one. */
  public enum Pooling {
    /** The mean over all tokens, as sentence encoders do. */
    MEAN,
    /** The state of the begin token. */
    FIRST,
    /** The state of the begin token through a dense layer and tanh, as BERT does. */
    POOLER
  }

  /** Copies the labels. */
  public EncoderConfig {
    labels = List.copyOf(labels);
  }

  @Override
  public int headWidth() {
    return width / heads;
  }

  @Override
  public int keyWidth() {
    return width;
  }

  /** The same shape with a head for other labels. */
  public EncoderConfig withLabels(List<String> others) {
    return new EncoderConfig(
        width,
        layers,
        heads,
        feedForward,
        vocabulary,
        tokenTypes,
        normEpsilon,
        maxPositions,
        pooling,
        others,
        beginToken,
        endToken);
  }
}
