package org.pieceworks.storage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.BadInputException;

/** Named tensors in the safetensors format; the same tensors always give the same bytes. */
public final class Safetensors {

  private Safetensors() {}

  /**
   * Writes a file that appears whole or not at all.
   *
   * @param metadata free texts by name; may be empty
   */
  public static void write(Path file, Map<String, NDArray> tensors, Map<String, String> metadata) {
    AtomicFiles.write(file, out -> writeTo(out, tensors, metadata, null));
  }

  /**
   * Writes a file that appears whole or not at all.
   *
   * @param metadata free texts by name; may be empty
   * @param storeAs the type that floating-point tensors are given in the file; bfloat16 too
   */
  public static void write(
      Path file, Map<String, NDArray> tensors, Map<String, String> metadata, DataType storeAs) {
    AtomicFiles.write(file, out -> writeTo(out, tensors, metadata, storeAs));
  }

  /** The bytes of a file with these tensors. */
  public static byte[] encode(Map<String, NDArray> tensors, Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeTo(bytes, tensors, metadata, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes the elements of a tensor alone, row by row, as they would stand in a file. */
  public static void copyElements(NDArray tensor, OutputStream out) throws IOException {
    TensorBytes.write(tensor, tensor.getDataType(), out);
  }

  /**
   * Writes a file that appears whole or not at all, from tensors that need not be in memory.
   *
   * @throws IllegalStateException if a tensor writes more or less than its shape holds
   */
  public static void writeFrom(Path file, Map<String, TensorSource> tensors) {
    Map<String, TensorInfo> wanted = new LinkedHashMap<>();
    tensors.forEach((name, t) -> wanted.put(name, new TensorInfo(t.type(), t.shape(), 0, 0)));
    Map<String, TensorInfo> layout = layout(wanted);
    AtomicFiles.write(
        file,
        out -> {
          out.write(head(layout));
          CountedStream counted = new CountedStream(out);
          for (Map.Entry<String, TensorInfo> entry : layout.entrySet()) {
            tensors.get(entry.getKey()).elements().accept(counted);
            if (counted.count() != entry.getValue().end()) {
              throw new IllegalStateException(
                  file + ": tensor " + entry.getKey() + " does not have the length of its shape");
            }
          }
        });
  }

  /**
   * Where tensors go in a file, in its order.
   *
   * @param wanted their types and shapes, wherever they are
   */
  public static Map<String, TensorInfo> layout(Map<String, TensorInfo> wanted) {
    return SafetensorsHeader.layout(wanted);
  }

  /** The bytes of a file without metadata that come before the elements. */
  public static byte[] head(Map<String, TensorInfo> layout) {
    try {
      return head(layout, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] head(Map<String, TensorInfo> layout, Map<String, String> metadata)
      throws IOException {
    byte[] header = SafetensorsHeader.compose(layout, metadata);
    return ByteBuffer.allocate(Long.BYTES + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private static void writeTo(
      OutputStream out,
      Map<String, NDArray> tensors,
      Map<String, String> metadata,
      DataType storeAs)
      throws IOException {
    Map<String, TensorInfo> wanted = new LinkedHashMap<>();
    tensors.forEach(
        (name, array) ->
            wanted.put(
                name,
                new TensorInfo(stored(array.getDataType(), storeAs), array.getShape(), 0, 0)));
    Map<String, TensorInfo> layout = layout(wanted);
    out.write(head(layout, metadata));
    for (Map.Entry<String, TensorInfo> entry : layout.entrySet()) {
      TensorBytes.write(tensors.get(entry.getKey()), entry.getValue().type(), out);
    }
  }

  private static DataType stored(DataType type, DataType storeAs) {
    return storeAs != null && type.isFloating() ? storeAs : type;
  }

  /**
   * A tensor of elements as they stand in a file, in memory of the engine; bfloat16 as float32.
   *
   * @param elements in native memory, from its position on
   */
  public static NDArray tensor(ByteBuffer elements, DataType type, Shape shape, NDManager manager) {
    return TensorBytes.owned(elements, shape, type, type, manager);
  }

  /**
   * What a file's header says, checked against the file.
   *
   * @throws BadInputException if the header lies or the file is truncated
   */
  public static Map<String, TensorInfo> header(Path file) {
    try (TensorFile open = TensorFile.open(file)) {
      return open.tensors();
    }
  }

  /** Reads all tensors in their own types; bfloat16 as float32, since the engine has none. */
  public static Map<String, NDArray> read(Path file, NDManager manager) {
    return read(file, manager, null);
  }

  /**
   * Reads all tensors.
   *
   * @param castTo the type that floating-point tensors are given; null: their own; bfloat16:
   *     float32 rounded to the nearest bfloat16, since the engine has none
   * @throws BadInputException if the header lies or the file is truncated
   */
  public static Map<String, NDArray> read(Path file, NDManager manager, DataType castTo) {
    try (TensorFile open = TensorFile.open(file)) {
      Map<String, NDArray> tensors = new LinkedHashMap<>();
      open.tensors()
          .forEach(
              (name, info) ->
                  tensors.put(name, TensorBytes.read(info, open::bytes, manager, castTo)));
      return tensors;
    }
  }

  /**
   * Reads tensors from the bytes of a file.
   *
   * @param name of the file, for messages
   * @throws BadInputException if the header lies or the bytes are truncated
   */
  public static Map<String, NDArray> decode(byte[] bytes, String name, NDManager manager) {
    ByteBuffer start = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, Long.BYTES));
    int dataStart = Long.BYTES + SafetensorsHeader.length(start, name, bytes.length);
    byte[] json = Arrays.copyOfRange(bytes, Long.BYTES, dataStart);
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    SafetensorsHeader.parse(json, name, (long) bytes.length - dataStart)
        .forEach(
            (tensor, info) ->
                tensors.put(
                    tensor,
                    TensorBytes.read(
                        info,
                        (from, length) -> copy(bytes, dataStart + (int) from, length),
                        manager,
                        null)));
    return tensors;
  }

  private static ByteBuffer copy(byte[] bytes, int from, int length) {
    return ByteBuffer.allocateDirect(length).put(bytes, from, length).flip();
  }
}
