package org.pieceworks.api.model;

/**
 * The shape of a Llama-family decoder.
 *
 * @param width {@code hidden_size}
 * @param layers {@code num_hidden_layers}
 * @param heads {@code num_attention_heads}
 * @param keyValueHeads {@code num_key_value_heads}; fewer than heads means grouped-query attention
 * @param headWidth {@code head_dim}, width / heads where the file is silent
 * @param feedForward {@code intermediate_size}
 * @param vocabulary {@code vocab_size}
 * @param normEpsilon {@code rms_norm_eps}
 * @param ropeTheta {@code rope_theta}
 * @param maxPositions {@code max_position_embeddings}
 * @param tiedHead {@code tie_word_embeddings}
 * @param beginToken {@code bos_token_id}
 * @param endToken {@code eos_token_id}
 */
public record DecoderConfig(
    int width,
    int layers,
    int heads,
    int keyValueHeads,
    int headWidth,
    int feedForward,
    int vocabulary,
    double normEpsilon,
    double ropeTheta,
    int maxPositions,
    boolean tiedHead,
    int beginToken,
    int endToken)
    implements ModelConfig {

  @Override
  public int keyWidth() {
    return keyValueHeads * headWidth;
  }
}
