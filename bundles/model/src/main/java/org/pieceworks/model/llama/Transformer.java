package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.model.Products;
import org.pieceworks.model.VirtualTokens;
import org.pieceworks.model.llama.LayerWeights.Projection;

/**
 * The Llama decoder (arXiv 2302.13971) as a function of its weights; the only hook is the
 * adaptation.
 */
final class Transformer {

  private final DecoderConfig config;
  private final PassTables tables;
  private final NDArray embedding; // [vocabulary, width]
  private final NDArray norm; // [width]
  private final NDArray head; // [vocabulary, width]
  private final LayerWeights[] layers;

  Transformer(DecoderConfig config, Map<String, NDArray> parameters, PassTables tables) {
    this.config = config;
    this.tables = tables;
    embedding = parameters.get(WeightNames.EMBEDDING);
    norm = parameters.get(WeightNames.NORM);
    head = config.tiedHead() ? embedding : parameters.get(WeightNames.HEAD);
    layers =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> LayerWeights.of(parameters, layer))
            .toArray(LayerWeights[]::new);
  }

  /**
   * Reads rows from their beginning: {@code [members, positions]} token ids to {@code [members,
   * positions, width]} after the final norm.
   *
   * @param rows of all members together
   */
  NDArray read(NDArray tokens, long rows, Adaptation adaptation) {
    return read(tokens, rows, null, null, adaptation);
  }

  /**
   * The same where only some states are asked for: {@code [members, most wanted, width]}.
   *
   * @param wanted positions; null: all
   * @param cache that keeps what was read; may be null
   */
  NDArray read(
      NDArray tokens, long rows, Wanted wanted, KeyValueCache cache, Adaptation adaptation) {
    NDArray x = embedded(tokens, rows, adaptation);
    Attending attending = attending(tokens, rows, x, wanted, cache);
    int virtual = (int) (attending.seq() - tokens.size() / rows);
    if (cache != null) {
      cache.startsWith(virtual);
    }
    NDArray read = layers(x, attending, adaptation); // [members, rows * (virtual + seq), width]
    return normalized(wanted == null ? VirtualTokens.without(read, virtual, rows) : read);
  }

  /**
   * What enters the first layer.
   *
   * @param tokens {@code [members, positions]}
   * @param rows of all members together
   * @return {@code [members, rows * (virtual + seq), width]}
   */
  NDArray embedded(NDArray tokens, long rows, Adaptation adaptation) {
    NDArray x = Products.embedding(tokens, embedding); // [members, positions, width]
    NDArray prompt = adaptation.apply(Site.PROMPT, x, VirtualTokens.none(x, config.width()));
    return VirtualTokens.before(x, prompt, rows);
  }

  /**
   * What attention needs to know where rows are read from their beginning.
   *
   * @param embedded what enters the first layer
   * @param wanted see {@link #read}
   */
  Attending attending(
      NDArray tokens, long rows, NDArray embedded, Wanted wanted, KeyValueCache cache) {
    NDManager pass = tokens.getManager();
    int seq = (int) (embedded.size() / config.width() / rows);
    int virtual = (int) (seq - tokens.size() / rows);
    Rotary rotary = tables.rotary(seq, pass);
    Queries all = new Queries(seq, rotary.queries(), tables.causalMask(seq, pass), null);
    Queries last = wanted == null ? all : some(wanted, virtual, all, pass);
    return new Attending(rows, seq, rotary.keys(), all, last, cache, true);
  }

  private static Queries some(Wanted wanted, int virtual, Queries all, NDManager pass) {
    NDArray within = wanted.within(virtual, pass); // [rows, most]
    NDArray mask = Products.rows(all.mask(), within).expandDims(1); // [rows, 1, most, keys]
    return new Queries(wanted.most(), all.turn().at(within), mask, wanted.index(virtual, pass));
  }

  /** What follows the last layer. */
  NDArray normalized(NDArray x) {
    return normalize(x, norm);
  }

  int depth() {
    return layers.length;
  }

  /** The next token of every row: {@code [members, rows]} to {@code [members, rows, width]}. */
  NDArray step(NDArray tokens, Attending attending, Adaptation adaptation) {
    return normalized(layers(Products.embedding(tokens, embedding), attending, adaptation));
  }

  /** All layers, the last one as far as it is wanted. */
  NDArray layers(NDArray embedded, Attending attending, Adaptation adaptation) {
    NDManager pass = embedded.getManager();
    NDArray x = embedded;
    for (int layer = 0; layer < layers.length && !adaptation.done(); layer++) {
      // A layer's intermediates go with its scope; autograd keeps what it needs by itself.
      try (NDManager scope = pass.newSubManager()) {
        x.attach(scope);
        x = layer(layer, x, attending, adaptation);
        x.attach(pass);
      }
    }
    return x;
  }

  /** {@code [..., width]} to {@code [..., vocabulary]}, in float32. */
  NDArray logits(NDArray hidden) {
    return Products.linear(hidden, head, null);
  }

  /** One layer; what it makes belongs to the manager of x. */
  NDArray layer(int index, NDArray x, Attending attending, Adaptation adaptation) {
    LayerWeights layer = layers[index];
    Queries queries = index == layers.length - 1 ? attending.last() : attending.queries();
    NDArray seen = normalize(x, layer.inputNorm());
    NDArray attended = attention(index, seen, attending, queries, adaptation);
    NDArray afterAttention =
        queries.of(x).add(project(layer.projection("o_proj"), attended, adaptation));
    if (adaptation.done()) {
      return afterAttention;
    }
    NDArray fed = normalize(afterAttention, layer.postNorm());
    List<NDArray> wide = project(layer, List.of("gate_proj", "up_proj"), fed, adaptation);
    NDArray gate = wide.get(0);
    NDArray silu = gate.mul(gate.getNDArrayInternal().sigmoid());
    NDArray product = silu.mul(wide.get(1));
    return afterAttention.add(project(layer.projection("down_proj"), product, adaptation));
  }

  private NDArray attention(
      int index, NDArray x, Attending attending, Queries queries, Adaptation adaptation) {
    LayerWeights layer = layers[index];
    int shared = config.keyValueHeads();
    long rows = attending.rows();
    NDArray prefix = attending.first() ? prefix(index, x, adaptation) : null;
    List<NDArray> read = read(layer, x, queries, adaptation);
    NDArray q = queries.turn().of(heads(read.get(0), rows)); // [rows, heads, queries, head]
    NDArray k = attending.keys().of(heads(read.get(1), rows)); // [rows, shared, keys, head]
    NDArray v = heads(read.get(2), rows);
    NDArray mask = queries.mask();
    if (attending.first()) {
      k = VirtualTokens.keys(prefix, k);
      v = VirtualTokens.values(prefix, v);
      mask = VirtualTokens.seen(prefix, mask);
    }
    if (attending.cache() != null) {
      k = attending.cache().keys(index, k);
      v = attending.cache().values(index, v);
    }
    // Grouped-query attention: the query heads that share keys stand one after the other.
    NDArray grouped =
        q.reshape(rows, shared, -1, config.headWidth()); // [rows, shared, g * q, head]
    NDArray scores = grouped.matMul(k.transpose(0, 1, 3, 2)); // [rows, shared, g * q, keys]
    NDArray shares =
        scores
            .reshape(rows, config.heads(), queries.perRow(), -1)
            .add(mask)
            .softmax(3); // [rows, heads, queries, keys]
    return shares
        .reshape(scores.getShape())
        .matMul(v) // [rows, shared, g * q, head]
        .reshape(rows, config.heads(), queries.perRow(), config.headWidth())
        .transpose(0, 2, 1, 3)
        .reshape(x.getShape().get(0), -1, (long) config.heads() * config.headWidth());
  }

  /** Queries, keys and values: {@code [members, theirs, heads * head]} each. */
  private List<NDArray> read(
      LayerWeights layer, NDArray x, Queries queries, Adaptation adaptation) {
    if (queries.all()) {
      return project(layer, List.of("q_proj", "k_proj", "v_proj"), x, adaptation);
    }
    NDArray q = project(layer.projection("q_proj"), queries.of(x), adaptation);
    List<NDArray> both = project(layer, List.of("k_proj", "v_proj"), x, adaptation);
    return List.of(q, both.get(0), both.get(1));
  }

  /** What stands before the keys and values of a layer: {@code [members, virtual, 2 * width]}. */
  private NDArray prefix(int index, NDArray x, Adaptation adaptation) {
    NDArray none = VirtualTokens.none(x, 2L * config.keyWidth());
    return adaptation.apply(Site.prefix(index), x, none);
  }

  /** {@code [members, positions, heads * head]} to {@code [rows, heads, seq, head]}. */
  private NDArray heads(NDArray x, long rows) {
    int width = config.headWidth();
    long heads = x.getShape().get(2) / width;
    return x.reshape(rows, -1, heads, width).transpose(0, 2, 1, 3);
  }

  /** Modules that see the same input. */
  private static List<NDArray> project(
      LayerWeights layer, List<String> modules, NDArray x, Adaptation adaptation) {
    List<Projection> projections = modules.stream().map(layer::projection).toList();
    List<NDArray> outputs =
        projections.stream().map(p -> Products.linear(x, p.weight(), null)).toList();
    return adaptation.applyAll(projections.stream().map(Projection::site).toList(), x, outputs);
  }

  private NDArray project(Projection projection, NDArray x, Adaptation adaptation) {
    return adaptation.apply(projection.site(), x, Products.linear(x, projection.weight(), null));
  }

  /** {@code x / sqrt(mean(x^2) + epsilon) * weight}, the mean over the width. */
  private NDArray normalize(NDArray x, NDArray weight) {
    NDArray length = x.norm(2, new int[] {2}, true); // [members, positions, 1]
    NDArray meanSquare = length.square().mul(tables.perWidth());
    NDArray scale = tables.one().div(meanSquare.add(tables.epsilon()).sqrt());
    scale.attach(x.getManager());
    return x.mul(scale).mul(weight);
  }
}
