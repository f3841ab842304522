package org.pieceworks.decomposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** Equal parts of tensors along an axis. */
final class Slices {

  private Slices() {}

  /** The part of a tensor from {@code part * width} on, as a new one of the manager. */
  static NDArray of(NDArray array, int axis, int part, long width, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      NDList parts = split(array, axis, part, width);
      parts.attach(scope);
      NDArray slice = parts.get(1).duplicate();
      slice.attach(manager);
      return slice;
    }
  }

  /**
   * A tensor of full size with a part in its place, as a new one of the manager.
   *
   * @param neutral {@code [1, ...]}: what stands elsewhere
   * @param slice {@code [pieces, ...]}, narrower along the axis
   */
  static NDArray within(NDArray neutral, NDArray slice, int axis, int part, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray wide = neutral.repeat(0, slice.getShape().get(0));
      wide.attach(scope);
      NDList parts = split(wide, axis, part, slice.getShape().get(axis));
      parts.attach(scope);
      NDArray full = NDArrays.concat(new NDList(parts.get(0), slice, parts.get(2)), axis);
      full.attach(manager);
      return full;
    }
  }

  /** What comes before a part, the part, and what comes after it. */
  private static NDList split(NDArray array, int axis, int part, long width) {
    return array.split(new long[] {part * width, (part + 1) * width}, axis);
  }
}
