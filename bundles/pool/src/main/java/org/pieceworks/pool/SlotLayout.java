package org.pieceworks.pool;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorInfo;

/**
 * How the pieces of a slot lie in a pack, whose tensors are named {@code slot/name} and hold a
 * piece in each row.
 *
 * @param whole per tensor name where it is in the pack, {@code [pieces, ...]}
 * @param row per tensor name how it lies in the file that one piece alone makes
 * @param head the bytes of such a file before the elements
 */
record SlotLayout(
    String slot, Map<String, TensorInfo> whole, Map<String, TensorInfo> row, byte[] head) {

  /** The name of the gates among the tensors. */
  static final String GATE = "gate";

  private static final String SEPARATOR = "/";

  /**
   * The layout of a slot.
   *
   * @param file for messages
   * @throws BadInputException if the pack does not have the slot, or not with a gate
   */
  static SlotLayout of(String slot, Map<String, TensorInfo> pack, String file) {
    Map<String, TensorInfo> whole = new LinkedHashMap<>();
    Map<String, TensorInfo> one = new LinkedHashMap<>();
    String prefix = slot + SEPARATOR;
    pack.forEach(
        (name, info) -> {
          if (name.startsWith(prefix)) {
            String own = name.substring(prefix.length());
            whole.put(own, info);
            one.put(own, new TensorInfo(info.type(), info.shape().slice(1), 0, 0));
          }
        });
    if (!whole.containsKey(GATE)) {
      throw BadInputException.of(file, "no tensor " + prefix + GATE, "pieces with their gates");
    }
    Map<String, TensorInfo> row = Safetensors.layout(one);
    return new SlotLayout(slot, whole, row, Safetensors.head(row));
  }

  /** The name in a pack of a slot's tensor. */
  static String name(String slot, String tensor) {
    return slot + SEPARATOR + tensor;
  }

  int pieces() {
    return (int) whole.get(GATE).shape().get(0);
  }

  /** Bytes of one piece's part of a tensor. */
  int rowBytes(String tensor) {
    TensorInfo info = row.get(tensor);
    return (int) (info.end() - info.begin());
  }

  /** Bytes of the file that one piece alone makes. */
  long bytes() {
    return head.length + row.values().stream().mapToLong(i -> i.end() - i.begin()).sum();
  }

  /** The shape of some pieces' tensor. */
  Shape shape(String tensor, int pieces) {
    long[] own = row.get(tensor).shape().getShape();
    long[] all = new long[own.length + 1];
    all[0] = pieces;
    System.arraycopy(own, 0, all, 1, own.length);
    return new Shape(all);
  }

  /** Whether pieces of both can be stacked. */
  boolean like(SlotLayout other) {
    return Arrays.equals(head, other.head);
  }
}
