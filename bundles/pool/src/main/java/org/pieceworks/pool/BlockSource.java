package org.pieceworks.pool;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorSource;

/**
 * Pieces of one slot that are to be written.
 *
 * @param tensors by name {@code [pieces, ...]}, the gates among them
 */
record BlockSource(String slot, Map<String, TensorSource> tensors) {

  static BlockSource of(PieceBlock block) {
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    block.tensors().flat().forEach((name, array) -> tensors.put(name, source(array)));
    tensors.put(SlotLayout.GATE, source(block.gates()));
    return new BlockSource(block.slot(), tensors);
  }

  private static TensorSource source(NDArray array) {
    return new TensorSource(
        array.getDataType(), array.getShape(), out -> Safetensors.copyElements(array, out));
  }
}
