package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;

/** A decoder-only transformer: it predicts the next token. */
@ProviderType
public non-sealed interface Decoder extends BaseModel {

  @Override
  DecoderConfig config();

  @Override
  Decoder with(Map<String, NDArray> parameters);

  /**
   * Answers prompts, batched over members and rows with a key/value cache.
   *
   * @param prompts per member the token ids of each prompt
   * @param adaptation over the same members
   * @param seed for temperature above 0
   * @return per member and prompt the new tokens, without the end token
   */
  List<List<int[]>> generate(
      List<List<int[]>> prompts,
      Adaptation adaptation,
      GenerationOptions options,
      long seed,
      Progress progress);
}
