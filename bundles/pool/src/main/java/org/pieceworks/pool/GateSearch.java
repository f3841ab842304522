package org.pieceworks.pool;

import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.pieceworks.api.BadInputException;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.storage.Hashes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds near gates by walking a graph (hierarchical navigable small worlds, arXiv 1603.09320), one
 * for each block. Graphs are made when they are first asked for and kept beside the packs under the
 * hash of the gates; they can always be made again.
 */
final class GateSearch {

  private static final Logger LOG = LoggerFactory.getLogger(GateSearch.class);
  private static final String FOLDER = "search";
  private static final String EXTENSION = ".graph";
  private static final int NEIGHBOURS = 16;
  private static final int WIDTH = 100;
  private static final long SEED = 42;
  private static final int HASH_BYTES = 32;

  private final Path folder;
  private final GateReader gates;
  private final Map<String, GateGraph> graphs = new ConcurrentHashMap<>();

  GateSearch(Path pool, GateReader gates) {
    folder = pool.resolve(FOLDER);
    this.gates = gates;
  }

  /**
   * Rows of a block whose gates are near, with their products.
   *
   * @param allowed rows that may be found
   */
  ScoreDoc[] nearest(Block block, float[] query, int count, IntPredicate allowed) {
    SlotLayout layout = gates.layout(block);
    if (layout.row().get(SlotLayout.GATE).type() != DataType.FLOAT32) {
      throw BadInputException.of(
          "pool: slot " + block.slot(), "gates that are not float32", "exact search");
    }
    FloatBuffer all = gates.whole(block).asFloatBuffer();
    GateVectors vectors = new GateVectors(all, layout.pieces(), query.length);
    GateGraph graph = graphs.computeIfAbsent(block.gates(), hash -> graph(hash, vectors));
    TopKnnCollector collector =
        new TopKnnCollector(Math.min(count, vectors.count()), Integer.MAX_VALUE);
    Bits accepted =
        new Bits() {
          @Override
          public boolean get(int row) {
            return allowed.test(row);
          }

          @Override
          public int length() {
            return vectors.count();
          }
        };
    try {
      HnswGraphSearcher.search(vectors.products(query), collector, graph.walk(), accepted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.topDocs().scoreDocs;
  }

  private GateGraph graph(String hash, GateVectors vectors) {
    Path file = folder.resolve(hash + EXTENSION);
    try {
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length - HASH_BYTES;
        byte[] content = Arrays.copyOf(bytes, Math.max(0, length));
        String found = HexFormat.of().formatHex(bytes, Math.max(0, length), bytes.length);
        if (found.equals(Hashes.sha256(content))) {
          return GateGraph.decode(content);
        }
      }
      HnswGraph made =
          HnswGraphBuilder.create(vectors.held(), NEIGHBOURS, WIDTH, SEED, vectors.count())
              .build(vectors.count());
      GateGraph graph = GateGraph.of(made);
      keep(file, graph.encode());
      return graph;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void keep(Path file, byte[] content) {
    try {
      AtomicFiles.write(
          file,
          out -> {
            out.write(content);
            out.write(HexFormat.of().parseHex(Hashes.sha256(content)));
          });
    } catch (UncheckedIOException e) {
      LOG.debug("a graph is not kept and will be made again", e);
    }
  }

  /** Deletes the graphs of gates that are no more. */
  void deleteAllBut(Set<String> hashes) {
    graphs.clear();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> !hashes.contains(file.getFileName().toString().replace(EXTENSION, "")))
          .forEach(AtomicFiles::deleteTree);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
