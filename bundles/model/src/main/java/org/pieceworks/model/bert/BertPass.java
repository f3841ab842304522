package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.LayeredPass;
import org.pieceworks.api.model.TokenBatch;

/** A batch's way through an encoder. */
final class BertPass implements LayeredPass {

  private final EncoderTransformer transformer;
  private final TextStates texts;
  private final TokenBatch batch;
  private NDArray hidden;

  BertPass(EncoderTransformer transformer, TextStates texts, TokenBatch batch) {
    this.transformer = transformer;
    this.texts = texts;
    this.batch = batch;
  }

  @Override
  public NDArray embedded(Adaptation adaptation) {
    NDArray embedded = transformer.embedded(batch.tokens(), adaptation);
    if (hidden == null) {
      hidden = transformer.hiddenKeys(batch.tokens(), embedded);
    }
    return embedded;
  }

  @Override
  public int layers() {
    return transformer.depth();
  }

  @Override
  public NDArray layer(int layer, NDArray states, Adaptation adaptation) {
    return transformer.layer(layer, states, hidden, adaptation);
  }

  @Override
  public NDArray labelStates(NDArray states) {
    return texts.of(transformer.texts(batch.tokens(), states), batch);
  }
}
