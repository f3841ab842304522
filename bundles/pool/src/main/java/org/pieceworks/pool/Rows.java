package org.pieceworks.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.storage.Hashes;
import org.pieceworks.storage.Safetensors;

/**
 * Some pieces of a slot, as bytes.
 *
 * @param tensors by name, one piece after another, in native memory
 */
record Rows(SlotLayout layout, int count, Map<String, ByteBuffer> tensors) {

  /** Room for some pieces. */
  static Rows allocate(SlotLayout layout, int count) {
    Map<String, ByteBuffer> tensors = new LinkedHashMap<>();
    for (String name : layout.row().keySet()) {
      int bytes = Math.multiplyExact(layout.rowBytes(name), count);
      tensors.put(name, ByteBuffer.allocateDirect(bytes));
    }
    return new Rows(layout, count, tensors);
  }

  /** A part of a tensor's room. */
  ByteBuffer part(String tensor, int from, int to) {
    int bytes = layout.rowBytes(tensor);
    return tensors.get(tensor).slice(from * bytes, (to - from) * bytes);
  }

  /** The hash of one piece's content. */
  String sha256(int piece) {
    MessageDigest digest = Hashes.digest();
    digest.update(layout.head());
    layout.row().keySet().forEach(name -> digest.update(part(name, piece, piece + 1)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The pieces as tensors of a manager, {@code [pieces, ...]} each. */
  Map<String, NDArray> arrays(NDManager manager) {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    tensors.forEach(
        (name, bytes) ->
            arrays.put(
                name,
                Safetensors.tensor(
                    bytes, layout.row().get(name).type(), layout.shape(name, count), manager)));
    return arrays;
  }
}
