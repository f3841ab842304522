package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A frozen transformer with its tokenizer. */
@ProviderType
public sealed interface BaseModel extends AutoCloseable permits Decoder, Encoder {

  /** Its shape. */
  ModelConfig config();

  /**
   * Its tokenizer.
   *
   * @throws org.pieceworks.api.BadInputException if the checkpoint has no {@code tokenizer.json}
   */
  Tokenizer tokenizer();

  /**
   * Every site, in forward order: prompt; prefix, q, k, v, o, gate (in decoders), up, down of layer
   * 0, then layer 1, ...
   */
  List<SiteShape> sites();

  /**
   * The frozen map at a site.
   *
   * @throws IllegalArgumentException if it is virtual or none of the model's
   */
  Linear linear(Site site);

  /** The manager that holds the weights: its device is the model's. */
  NDManager manager();

  /** The weights by their Hugging Face names. */
  Map<String, NDArray> parameters();

  /**
   * The same transformer over other tensors of the same names and shapes, which it does not own.
   */
  BaseModel with(Map<String, NDArray> parameters);

  /**
   * A copy with dense changes added to the weights of some sites.
   *
   * @param deltas per site {@code [out, in]}
   */
  BaseModel merged(Map<Site, NDArray> deltas);

  /**
   * The last hidden state. Differentiable while a gradient collector is open. Padding on the right
   * changes nothing before it.
   *
   * @param tokens {@code [members, rows, seq]}, int64, padded with 0; the result belongs to its
   *     manager
   * @return {@code [members, rows * seq, width]}
   */
  NDArray hidden(NDArray tokens, Adaptation adaptation);

  /**
   * The states that labels are predicted from, and no more of the last layer than they need: there
   * a {@linkplain Adaptation#positionwise positionwise} adaptation may see fewer positions than
   * elsewhere. Differentiable as {@link #hidden} is.
   *
   * @return {@code [labels, width]}, of the manager of the batch
   */
  NDArray labelStates(TokenBatch batch, Adaptation adaptation);

  /** The way to the label states of a batch, a layer at a time. */
  LayeredPass layered(TokenBatch batch);

  /**
   * Whether training keeps only what enters each layer, and computes the layer again on its way
   * back: about a third more arithmetic, for the memory of one layer instead of all.
   */
  boolean checkpointing();

  /** The same model over the same tensors, which stay this one's, with or without that. */
  BaseModel checkpointing(boolean on);

  /**
   * The scores of everything that can be predicted from a state: {@code [..., width]} to {@code
   * [..., vocabulary]} of a decoder, {@code [..., labels]} of an encoder.
   */
  NDArray logits(NDArray states);

  /**
   * Writes a Hugging Face checkpoint directory: config, weights, tokenizer. Appears whole or not at
   * all.
   */
  void save(Path directory, Precision precision);

  /** SHA-256 over config and weights, lower-case hex. */
  String hash();

  @Override
  void close();
}
