package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.storage.AtomicFiles;

/**
 * A pool of random pieces in a folder that goes with it.
 *
 * @param putSeconds per slot what it took to put its pieces
 */
record GeneratedPool(Path directory, List<Double> putSeconds) implements AutoCloseable {

  private static final float SPREAD = 0.05f;

  /** Puts one piece of every sharer at every slot, slot by slot. */
  static GeneratedPool of(
      PiecePools pools,
      Adapters adapters,
      List<Slot> slots,
      int sharers,
      NDManager manager,
      Progress progress) {
    Path directory = temporary();
    List<String> names = IntStream.range(0, sharers).mapToObj(s -> "sharer-" + s).toList();
    List<Double> seconds = new ArrayList<>();
    try (NDManager one = manager.newSubManager();
        PiecePool pool = pools.open(directory)) {
      Bank form = adapters.create(1, 1, one);
      for (Slot slot : slots) {
        progress.checkCancelled();
        try (NDManager scope = manager.newSubManager()) {
          Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
          for (Site site : slot.sites()) {
            Map<String, NDArray> own = new LinkedHashMap<>();
            form.tensors()
                .get(site)
                .forEach((name, array) -> own.put(name, random(array, sharers, scope)));
            tensors.put(site, own);
          }
          NDArray gates = scope.randomNormal(new Shape(sharers, slot.gate().in()));
          PieceBlock block = new PieceBlock(slot.key(), names, new Bank(tensors), gates);
          long start = System.nanoTime();
          pool.put(List.of(block), Progress.SILENT);
          seconds.add((System.nanoTime() - start) / 1e9);
        }
        progress.report(seconds.size(), slots.size(), "slots");
      }
    }
    return new GeneratedPool(directory, seconds);
  }

  private static NDArray random(NDArray like, int members, NDManager scope) {
    long[] shape = like.getShape().getShape();
    shape[0] = members;
    return scope.randomUniform(-SPREAD, SPREAD, new Shape(shape));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("pieceworks-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for temporary files: " + e.getMessage(), e);
    }
  }

  /** What putting a slot's pieces took. */
  Spread put() {
    return Spread.of(putSeconds.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public void close() {
    AtomicFiles.deleteTree(directory);
  }
}
