package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** An encoder-only transformer: it sees a whole text at once and predicts its label. */
@ProviderType
public non-sealed interface Encoder extends BaseModel {

  @Override
  EncoderConfig config();

  @Override
  Encoder with(Map<String, NDArray> parameters);

  /** The names of the head's parameters: {@code [labels, width]} and {@code [labels]}. */
  List<String> headNames();

  /**
   * The same encoder with a fresh head for other labels: weights of zero, so that every label is
   * equally likely. It borrows all other tensors.
   */
  Encoder withHead(List<String> labels);
}
