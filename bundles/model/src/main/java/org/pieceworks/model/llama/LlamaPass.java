package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.LayeredPass;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.model.Products;

/** A batch's way through a decoder. */
final class LlamaPass implements LayeredPass {

  private final Transformer transformer;
  private final NDArray tokens; // [members, positions]
  private final long rows;
  private final Wanted wanted;
  private Attending attending;

  LlamaPass(Transformer transformer, TokenBatch batch) {
    this.transformer = transformer;
    Shape shape = batch.tokens().getShape();
    tokens = batch.tokens().reshape(shape.get(0), -1);
    rows = shape.get(0) * shape.get(1);
    wanted = Wanted.of(batch);
  }

  @Override
  public NDArray embedded(Adaptation adaptation) {
    NDArray embedded = transformer.embedded(tokens, rows, adaptation);
    if (attending == null) {
      attending = transformer.attending(tokens, rows, embedded, wanted, null);
    }
    return embedded;
  }

  /** The whole way at once. */
  NDArray labelStates(Adaptation adaptation) {
    NDArray embedded = embedded(adaptation);
    return labelStates(transformer.layers(embedded, attending, adaptation));
  }

  @Override
  public int layers() {
    return transformer.depth();
  }

  @Override
  public NDArray layer(int layer, NDArray states, Adaptation adaptation) {
    return transformer.layer(layer, states, attending, adaptation);
  }

  @Override
  public NDArray labelStates(NDArray states) {
    NDArray normalized = transformer.normalized(states);
    return Products.rows(normalized, wanted.places(tokens.getManager()));
  }
}
