package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.pool.SlotPieces;

/** Finding the best gates of a slot for one target: by looking at all, and by a graph. */
record GateSearchLines(SlotPieces pieces, NDManager manager) {

  private static final int TARGETS = 100;
  private static final int FOUND = 100;
  private static final int BEST = 3;

  /** Both ways, each for a hundred random targets one after another. */
  List<Measurement> measure(Progress progress) {
    try (NDManager scope = manager.newSubManager()) {
      long width = pieces.gates(scope).getShape().get(1);
      NDArray targets = scope.randomNormal(new Shape(TARGETS, width));
      float[][] queries = new float[TARGETS][];
      for (int t = 0; t < TARGETS; t++) {
        queries[t] = targets.get(t).toFloatArray();
      }
      long start = System.nanoTime();
      pieces.nearest(queries[0], FOUND, scope);
      double first = (System.nanoTime() - start) / 1e9;
      Spread exact = Repeated.of(() -> List.of(queries).forEach(query -> exact(query)), progress);
      Spread graph =
          Repeated.of(
              () -> List.of(queries).forEach(query -> pieces.nearest(query, FOUND, scope)),
              progress);
      int right = 0;
      for (float[] query : queries) {
        Set<Integer> best = exact(query);
        right +=
            (int) IntStream.of(pieces.nearest(query, FOUND, scope)).filter(best::contains).count();
      }
      double recall = (double) right / (TARGETS * BEST);
      return List.of(
          new Measurement(
              "best gates of " + TARGETS + " targets, all looked at",
              exact,
              Map.of("gates", (double) pieces.size())),
          new Measurement(
              "best gates of " + TARGETS + " targets, by the graph",
              graph,
              Map.of("recall@" + BEST, recall, "seconds to make or read the graph", first)));
    }
  }

  private Set<Integer> exact(float[] query) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray normalized = SlotActivations.normalize(pieces.gates(scope)); // [pieces, width]
      float[] products = normalized.matMul(scope.create(query)).toFloatArray();
      return IntStream.range(0, products.length)
          .boxed()
          .sorted(Comparator.comparingDouble((Integer i) -> -products[i]))
          .limit(BEST)
          .collect(Collectors.toSet());
    }
  }
}
