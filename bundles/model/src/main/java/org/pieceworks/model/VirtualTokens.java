package org.pieceworks.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * Tokens that no text has: embedded ones that are put before every row (prompt tuning, arXiv
 * 2104.08691), or keys and values that are put before a layer's own (prefix tuning, arXiv
 * 2101.00190). Every row of a member gets the member's.
 */
public final class VirtualTokens {

  private VirtualTokens() {}

  /** What the frozen model puts before a text: {@code [members, 0, width]}. */
  public static NDArray none(NDArray x, long width) {
    return x.getManager().zeros(new Shape(x.getShape().get(0), 0, width), x.getDataType());
  }

  /** How many there are in {@code [members, virtual, width]}. */
  public static int count(NDArray virtual) {
    return (int) virtual.getShape().get(1);
  }

  /**
   * Puts embedded tokens before every row.
   *
   * @param x {@code [members, rows * seq, width]}
   * @param prompt {@code [members, virtual, width]}
   * @param rows of all members together
   * @return {@code [members, rows * (virtual + seq), width]}
   */
  public static NDArray before(NDArray x, NDArray prompt, long rows) {
    if (count(prompt) == 0) {
      return x;
    }
    long members = x.getShape().get(0);
    long width = x.getShape().get(2);
    NDArray texts = x.reshape(rows, -1, width);
    NDArray own = perRow(prompt, rows);
    return NDArrays.concat(new NDList(own, texts), 1).reshape(members, -1, width);
  }

  /**
   * Leaves the states of embedded tokens out again.
   *
   * @param x {@code [members, rows * (virtual + seq), width]}
   * @return {@code [members, rows * seq, width]}
   */
  public static NDArray without(NDArray x, int virtual, long rows) {
    if (virtual == 0) {
      return x;
    }
    long width = x.getShape().get(2);
    return x.reshape(rows, -1, width)
        .split(new long[] {virtual}, 1)
        .get(1)
        .reshape(x.getShape().get(0), -1, width);
  }

  /**
   * Puts a prefix's keys before those of the text.
   *
   * @param prefix {@code [members, virtual, keys and values]}
   * @param keys {@code [rows, heads, seq, head]}
   * @return {@code [rows, heads, virtual + seq, head]}
   */
  public static NDArray keys(NDArray prefix, NDArray keys) {
    return join(prefix, keys, 0);
  }

  /** The same for values. */
  public static NDArray values(NDArray prefix, NDArray values) {
    return join(prefix, values, 1);
  }

  private static NDArray join(NDArray prefix, NDArray own, int half) {
    if (count(prefix) == 0) {
      return own;
    }
    Shape shape = own.getShape();
    NDArray part = prefix.split(2, 2).get(half); // [members, virtual, heads * head]
    NDArray heads =
        perRow(part, shape.get(0))
            .reshape(shape.get(0), -1, shape.get(1), shape.get(3))
            .transpose(0, 2, 1, 3);
    return NDArrays.concat(new NDList(heads, own), 2);
  }

  /**
   * A mask in which a prefix is seen by all: {@code [..., queries, keys]} to {@code [..., queries,
   * virtual + keys]}.
   */
  public static NDArray seen(NDArray prefix, NDArray mask) {
    return seen(count(prefix), mask);
  }

  /** The same for a number of virtual tokens. */
  public static NDArray seen(int virtual, NDArray mask) {
    if (virtual == 0) {
      return mask;
    }
    Shape shape = mask.getShape();
    Shape more = new Shape(shape.get(0), shape.get(1), shape.get(2), virtual);
    NDArray open = mask.getManager().zeros(more, mask.getDataType());
    return NDArrays.concat(new NDList(open, mask), 3);
  }

  /** {@code [members, virtual, width]} to {@code [rows, virtual, width]}. */
  private static NDArray perRow(NDArray virtual, long rows) {
    Shape shape = virtual.getShape();
    long members = shape.get(0);
    Shape spread = new Shape(members, rows / members, shape.get(1), shape.get(2));
    return virtual.expandDims(1).broadcast(spread).reshape(rows, shape.get(1), shape.get(2));
  }
}
