package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.model.Products;
import org.pieceworks.model.bert.EncoderLayer.Norm;

/**
 * Makes one state of the states of a text's tokens.
 *
 * @param pooler the dense layer of {@link Pooling#POOLER}
 */
record TextStates(Pooling pooling, Norm pooler) {

  /**
   * The states of all texts with a label.
   *
   * @param hidden {@code [members, rows * seq, width]}
   * @return {@code [labels, width]}
   */
  NDArray of(NDArray hidden, TokenBatch batch) {
    if (pooling == Pooling.MEAN) {
      return means(hidden, batch);
    }
    NDArray first = Products.rows(hidden, batch.labelPositions());
    return pooling == Pooling.FIRST
        ? first
        : Products.linear(first, pooler.weight(), pooler.bias()).tanh();
  }

  private static NDArray means(NDArray hidden, TokenBatch batch) {
    Shape shape = batch.tokens().getShape();
    long rows = shape.get(0) * shape.get(1);
    long seq = shape.get(2);
    long width = hidden.getShape().get(2);
    NDArray tokens = batch.tokens().reshape(rows, 1, seq);
    NDArray present = tokens.neq(tokens.zerosLike()).toType(DataType.FLOAT32, false);
    NDArray sums = present.matMul(hidden.reshape(rows, seq, width)).reshape(rows, width);
    NDArray counts = present.sum(new int[] {1, 2}).reshape(rows, 1);
    NDArray labelled = rowsOf(batch, seq);
    return Products.rows(sums, labelled).div(Products.rows(counts, labelled));
  }

  /** A label stands at the first position of its row. */
  private static NDArray rowsOf(TokenBatch batch, long seq) {
    long[] rows =
        Arrays.stream(batch.labelPositions().toLongArray())
            .map(position -> position / seq)
            .toArray();
    return batch.tokens().getManager().create(rows);
  }
}
