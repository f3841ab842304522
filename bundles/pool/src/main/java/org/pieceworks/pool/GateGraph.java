package org.pieceworks.pool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.lucene.util.hnsw.HnswGraph;

/**
 * A graph of near gates that was made before.
 *
 * @param entry where a search begins
 * @param nodes per level its nodes, ascending; level 0 has all
 * @param neighbours per level and place among its nodes
 */
record GateGraph(int entry, int[][] nodes, int[][][] neighbours) {

  /** Takes a graph over. */
  static GateGraph of(HnswGraph graph) {
    try {
      int[][] nodes = new int[graph.numLevels()][];
      int[][][] neighbours = new int[nodes.length][][];
      for (int level = 0; level < nodes.length; level++) {
        nodes[level] = HnswGraph.NodesIterator.getSortedNodes(graph.getNodesOnLevel(level));
        neighbours[level] = new int[nodes[level].length][];
        for (int i = 0; i < nodes[level].length; i++) {
          graph.seek(level, nodes[level][i]);
          int[] own = new int[nodes[0].length];
          int count = 0;
          for (int next; (next = graph.nextNeighbor()) < Integer.MAX_VALUE; ) {
            own[count++] = next;
          }
          neighbours[level][i] = Arrays.copyOf(own, count);
        }
      }
      return new GateGraph(graph.entryNode(), nodes, neighbours);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(entry);
      out.writeInt(nodes.length);
      for (int level = 0; level < nodes.length; level++) {
        out.writeInt(nodes[level].length);
        for (int i = 0; i < nodes[level].length; i++) {
          out.writeInt(nodes[level][i]);
          out.writeInt(neighbours[level][i].length);
          for (int neighbour : neighbours[level][i]) {
            out.writeInt(neighbour);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #encode} wrote and a hash vouches for. */
  static GateGraph decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int entry = in.readInt();
      int[][] nodes = new int[in.readInt()][];
      int[][][] neighbours = new int[nodes.length][][];
      for (int level = 0; level < nodes.length; level++) {
        nodes[level] = new int[in.readInt()];
        neighbours[level] = new int[nodes[level].length][];
        for (int i = 0; i < nodes[level].length; i++) {
          nodes[level][i] = in.readInt();
          neighbours[level][i] = new int[in.readInt()];
          for (int n = 0; n < neighbours[level][i].length; n++) {
            neighbours[level][i][n] = in.readInt();
          }
        }
      }
      return new GateGraph(entry, nodes, neighbours);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, to be walked by one search. */
  HnswGraph walk() {
    return new Walk(this);
  }

  private static final class Walk extends HnswGraph {

    private final GateGraph graph;
    private int[] current = {};
    private int next;

    Walk(GateGraph graph) {
      this.graph = graph;
    }

    @Override
    public void seek(int level, int node) {
      int place = level == 0 ? node : Arrays.binarySearch(graph.nodes[level], node);
      current = graph.neighbours[level][place];
      next = 0;
    }

    @Override
    public int size() {
      return graph.nodes[0].length;
    }

    @Override
    public int nextNeighbor() {
      return next < current.length ? current[next++] : Integer.MAX_VALUE;
    }

    @Override
    public int numLevels() {
      return graph.nodes.length;
    }

    @Override
    public int entryNode() {
      return graph.entry;
    }

    @Override
    public NodesIterator getNodesOnLevel(int level) {
      return new ArrayNodesIterator(graph.nodes[level], graph.nodes[level].length);
    }
  }
}
