package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.Arrays;

/**
 * Keys and values of the tokens that a generation has already seen, per layer, with room for those
 * to come: a step writes its own and copies nothing.
 */
final class KeyValueCache implements AutoCloseable {

  private static final int LEAST_ROOM = 16;

  private final NDManager manager;
  private final Growing[] keys;
  private final Growing[] values;
  private int prompt;

  KeyValueCache(int layers, NDManager parent) {
    manager = parent.newSubManager();
    keys = new Growing[layers];
    values = new Growing[layers];
    Arrays.setAll(keys, layer -> new Growing());
    Arrays.setAll(values, layer -> new Growing());
  }

  /** How many virtual tokens with positions of their own stand before every row. */
  void startsWith(int virtual) {
    prompt = virtual;
  }

  /** See {@link #startsWith}. */
  int prompt() {
    return prompt;
  }

  /** Keys of a row so far, virtual tokens and padding counted in. */
  int length() {
    return (int) keys[0].length;
  }

  /** All keys of a layer, new ones {@code [batch, shared heads, seq, head]} at their end. */
  NDArray keys(int layer, NDArray fresh) {
    return keys[layer].append(fresh);
  }

  /** All values of a layer, new ones at their end. */
  NDArray values(int layer, NDArray fresh) {
    return values[layer].append(fresh);
  }

  /** Goes on with some rows of the batch, in this order. */
  void keep(long[] rows) {
    try (NDArray index = manager.create(rows)) {
      for (int layer = 0; layer < keys.length; layer++) {
        keys[layer].keep(index);
        values[layer].keep(index);
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }

  /** {@code [batch, shared heads, room, head]}, filled up to a length. */
  private final class Growing {
    private NDArray room;
    private long length;

    NDArray append(NDArray fresh) {
      long end = length + fresh.getShape().get(2);
      if (room == null || end > room.getShape().get(2)) {
        grow(fresh.getShape(), end + Math.max(LEAST_ROOM, end / 4));
      }
      room.set(part(length, end), fresh);
      length = end;
      NDArray all = room.get(part(0, length));
      all.attach(fresh.getManager());
      return all;
    }

    private void grow(Shape fresh, long size) {
      NDArray larger = manager.create(new Shape(fresh.get(0), fresh.get(1), size, fresh.get(3)));
      if (room != null) {
        try (NDArray filled = room.get(part(0, length))) {
          larger.set(part(0, length), filled);
        }
        room.close();
      }
      room = larger;
    }

    void keep(NDArray index) {
      Shape shape = room.getShape();
      try (NDArray flat = room.reshape(shape.get(0), -1);
          NDArray kept =
              index
                  .getNDArrayInternal()
                  .embedding(index, flat, SparseFormat.DENSE)
                  .singletonOrThrow()) {
        NDArray smaller = kept.reshape(index.size(), shape.get(1), shape.get(2), shape.get(3));
        room.close();
        room = smaller;
      }
    }

    private static NDIndex part(long from, long to) {
      return new NDIndex().addAllDim(2).addSliceDim(from, to);
    }
  }
}
