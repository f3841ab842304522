package org.pieceworks.api.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.pieceworks.api.gating.SlotActivations;

/** Finds the nearest gates by looking at all. */
final class ExactSearch {

  private ExactSearch() {}

  static int[] nearest(SlotPieces pieces, float[] query, int count, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray normalized = SlotActivations.normalize(pieces.gates(scope)); // [pieces, width]
      float[] products = normalized.matMul(scope.create(query)).toFloatArray();
      return IntStream.range(0, products.length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> -products[i]))
          .limit(count)
          .mapToInt(Integer::intValue)
          .sorted()
          .toArray();
    }
  }
}
