package org.pieceworks.storage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Moves elements between tensors and bytes, a part at a time where a tensor is large. */
final class TensorBytes {

  private static final int PART_BYTES = 1 << 28;

  /** Where the bytes of tensors come from. */
  @FunctionalInterface
  interface Source {

    /** A part, in native memory; {@code from} is counted as in {@link TensorInfo}. */
    ByteBuffer bytes(long from, int length);
  }

  private TensorBytes() {}

  /**
   * Reads a tensor into memory of the engine.
   *
   * @param castTo the type that floating-point elements are given; null: their own
   */
  static NDArray read(TensorInfo info, Source source, NDManager manager, DataType castTo) {
    return read(info, source, manager, castTo, PART_BYTES);
  }

  static NDArray read(
      TensorInfo info, Source source, NDManager manager, DataType castTo, int partBytes) {
    DataType wanted = castTo != null && info.type().isFloating() ? castTo : info.type();
    long bytes = info.end() - info.begin();
    if (bytes <= partBytes) {
      ByteBuffer part = source.bytes(info.begin(), (int) bytes);
      return owned(part, info.shape(), info.type(), wanted, manager);
    }
    int width = TensorTypes.bytes(info.type());
    long elements = partBytes / width;
    NDArray whole = manager.create(info.shape(), held(wanted));
    try (NDArray flat = whole.reshape(-1)) {
      for (long from = 0; from < flat.size(); from += elements) {
        long count = Math.min(elements, flat.size() - from);
        ByteBuffer part = source.bytes(info.begin() + from * width, (int) (count * width));
        try (NDArray values = owned(part, new Shape(count), info.type(), wanted, manager)) {
          flat.set(new NDIndex().addSliceDim(from, from + count), values);
        }
      }
    }
    return whole;
  }

  /** The type that the engine holds such elements in. */
  private static DataType held(DataType type) {
    return type == DataType.BFLOAT16 ? DataType.FLOAT32 : type;
  }

  /** The engine would go on using the buffer as it is, so what it is given is copied. */
  static NDArray owned(
      ByteBuffer bytes, Shape shape, DataType stored, DataType wanted, NDManager manager) {
    boolean brain = stored == DataType.BFLOAT16;
    ByteBuffer buffer = brain ? BrainFloat.widened(bytes) : bytes.order(ByteOrder.nativeOrder());
    try (NDArray lent = manager.create(buffer, shape, held(stored))) {
      if (wanted == DataType.BFLOAT16 && !brain) {
        return rounded(lent);
      }
      return held(stored) == held(wanted) ? lent.duplicate() : lent.toType(held(wanted), false);
    }
  }

  private static NDArray rounded(NDArray array) {
    try (NDArray wide = array.toType(DataType.FLOAT32, true);
        NDArray lent =
            array
                .getManager()
                .create(
                    BrainFloat.rounded(wide.toFloatArray()), array.getShape(), DataType.FLOAT32)) {
      return lent.duplicate();
    }
  }

  /**
   * Writes the elements of a tensor in row-major order.
   *
   * @param stored their type in the file
   */
  static void write(NDArray array, DataType stored, OutputStream out) throws IOException {
    write(array, stored, out, PART_BYTES);
  }

  static void write(NDArray array, DataType stored, OutputStream out, int partBytes)
      throws IOException {
    int width = TensorTypes.bytes(array.getDataType());
    if (array.size() * width <= partBytes) {
      out.write(bytes(array, stored));
      return;
    }
    long elements = partBytes / width;
    try (NDArray flat = array.reshape(-1)) {
      for (long from = 0; from < flat.size(); from += elements) {
        long to = Math.min(from + elements, flat.size());
        try (NDArray part = flat.get(new NDIndex().addSliceDim(from, to))) {
          out.write(bytes(part, stored));
        }
      }
    }
  }

  private static byte[] bytes(NDArray array, DataType stored) {
    if (array.getDataType() == stored) {
      return array.toByteArray();
    }
    try (NDArray cast = array.toType(held(stored), true)) {
      return stored == DataType.BFLOAT16
          ? BrainFloat.stored(cast.toFloatArray())
          : cast.toByteArray();
    }
  }
}
