package org.pieceworks.ui.internal.view.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.Progress;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PieceContent;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.ui.internal.task.Late;

/** Reads of a pool what its catalogue does not say. */
record PoolReading(PoolFolder folder, Late<ExecutionEngine> engine) {

  /** Gates that are read at once. */
  private static final int PART = 4096;

  /**
   * The norms of the gates of some pieces.
   *
   * @param numbers by slot
   */
  Map<Integer, Float> norms(Map<String, List<Integer>> numbers, Progress progress) {
    Map<Integer, Float> norms = new HashMap<>();
    int all = numbers.values().stream().mapToInt(List::size).sum();
    try (NDManager manager = engine.get().open("cpu");
        PiecePool pool = folder.open()) {
      numbers.forEach(
          (slot, own) -> {
            SlotPieces pieces = pool.offer(slot, 1, 0);
            for (int from = 0; from < own.size(); from += PART) {
              progress.checkCancelled();
              norms(pieces, own.subList(from, Math.min(own.size(), from + PART)), manager, norms);
              progress.report(norms.size(), all, "pieces");
            }
          });
    }
    return norms;
  }

  private static void norms(
      SlotPieces pieces, List<Integer> numbers, NDManager manager, Map<Integer, Float> norms) {
    int[] positions = numbers.stream().mapToInt(pieces::position).toArray();
    try (NDManager scope = manager.newSubManager()) {
      NDArray gates = pieces.gates(positions, scope).toType(DataType.FLOAT32, false);
      float[] own = gates.square().sum(new int[] {1}).sqrt().toFloatArray(); // [pieces]
      for (int i = 0; i < own.length; i++) {
        norms.put(numbers.get(i), own[i]);
      }
    }
  }

  /** What a piece holds. */
  record Shown(Piece piece, List<String> tensors) {}

  /** Reads one piece, verified against its hash. */
  Shown piece(int number) {
    try (PiecePool pool = folder.open()) {
      Piece piece = pool.piece(number).orElseThrow();
      if (piece.revoked()) {
        return new Shown(piece, List.of());
      }
      try (NDManager manager = engine.get().open("cpu")) {
        PieceContent content = pool.read(piece, manager);
        List<String> tensors = new ArrayList<>();
        content.tensors().forEach((name, array) -> tensors.add(name + " " + array.getShape()));
        tensors.add("gate " + content.gate().getShape());
        return new Shown(piece, tensors);
      }
    }
  }
}
