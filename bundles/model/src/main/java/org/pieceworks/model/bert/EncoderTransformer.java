package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.model.Products;
import org.pieceworks.model.VirtualTokens;
import org.pieceworks.model.bert.EncoderLayer.Module;
import org.pieceworks.model.bert.EncoderLayer.Norm;

/**
 * The BERT encoder (arXiv 1810.04805) as a function of its weights; the only hook is the
 * adaptation. Texts are single segments.
 */
final class EncoderTransformer {

  private final EncoderConfig config;
  private final Scalars scalars;
  private final NDArray words; // [vocabulary, width]
  private final NDArray positions; // [positions, width]
  private final NDArray types; // [types, width]
  private final Norm embeddingNorm;
  private final EncoderLayer[] layers;

  EncoderTransformer(EncoderConfig config, Map<String, NDArray> parameters, Scalars scalars) {
    this.config = config;
    this.scalars = scalars;
    String prefix = BertNames.prefix(config);
    words = parameters.get(prefix + BertNames.WORDS);
    positions = parameters.get(prefix + BertNames.POSITIONS);
    types = parameters.get(prefix + BertNames.TYPES);
    embeddingNorm = Norm.of(parameters, prefix + BertNames.EMBEDDING_NORM);
    layers =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> EncoderLayer.of(parameters, prefix, layer))
            .toArray(EncoderLayer[]::new);
  }

  /** {@code [members, rows, seq]} token ids to {@code [members, rows * seq, width]}. */
  NDArray hidden(NDArray tokens, Adaptation adaptation) {
    NDManager pass = tokens.getManager();
    NDArray x = embedded(tokens, adaptation);
    NDArray hidden = hiddenKeys(tokens, x);
    for (EncoderLayer layer : layers) {
      if (adaptation.done()) {
        break;
      }
      // A layer's intermediates go with its scope; autograd keeps what it needs by itself.
      try (NDManager scope = pass.newSubManager()) {
        x.attach(scope);
        x = layer(layer, x, hidden, adaptation);
        x.attach(pass);
      }
    }
    return texts(tokens, x);
  }

  /** What enters the first layer: {@code [members, rows * (virtual + seq), width]}. */
  NDArray embedded(NDArray tokens, Adaptation adaptation) {
    Shape shape = tokens.getShape();
    long rows = shape.get(0) * shape.get(1);
    NDArray text = Products.embedding(tokens.reshape(shape.get(0), -1), words);
    NDArray prompt = adaptation.apply(Site.PROMPT, text, VirtualTokens.none(text, config.width()));
    int virtual = VirtualTokens.count(prompt);
    long seq = virtual + shape.get(2);
    if (seq > config.maxPositions()) {
      throw new IllegalArgumentException(
          "a text of %d tokens, but the encoder has %d positions"
              .formatted(seq, config.maxPositions()));
    }
    NDArray embedded = VirtualTokens.before(text, prompt, rows).reshape(rows, seq, config.width());
    return place(embedded).reshape(shape.get(0), -1, config.width());
  }

  /** The states of the texts' own tokens: {@code [members, rows * seq, width]}. */
  NDArray texts(NDArray tokens, NDArray states) {
    Shape shape = tokens.getShape();
    return VirtualTokens.without(states, virtual(tokens, states), shape.get(0) * shape.get(1));
  }

  private int virtual(NDArray tokens, NDArray states) {
    Shape shape = tokens.getShape();
    long seq = states.size() / config.width() / shape.get(0) / shape.get(1);
    return (int) (seq - shape.get(2));
  }

  int depth() {
    return layers.length;
  }

  /** One layer; what it makes belongs to the manager of x. */
  NDArray layer(int index, NDArray x, NDArray hidden, Adaptation adaptation) {
    return layer(layers[index], x, hidden, adaptation);
  }

  /** {@code [rows, seq, width]}, embedded tokens with their positions. */
  private NDArray place(NDArray embedded) {
    long seq = embedded.getShape().get(1);
    // Views of the model's tensors would belong to its manager and pile up there over many passes.
    try (NDManager scope = embedded.getManager().newSubManager()) {
      NDArray own = positions.get(":" + seq);
      own.attach(scope);
      NDArray type = types.get("0:1");
      type.attach(scope);
      NDArray places = wide(own, scope).add(wide(type, scope));
      return normalize(embedded.add(places), embeddingNorm);
    }
  }

  /**
   * Added to the scores: zero where a token stands, large and negative where padding does.
   *
   * @param embedded what enters the first layer
   * @return {@code [rows, 1, 1, virtual + seq]}
   */
  NDArray hiddenKeys(NDArray tokens, NDArray embedded) {
    Shape shape = tokens.getShape();
    NDArray rows = tokens.reshape(shape.get(0) * shape.get(1), 1, 1, shape.get(2));
    NDArray padding = rows.eq(rows.zerosLike()).toType(DataType.FLOAT32, false);
    return VirtualTokens.seen(virtual(tokens, embedded), padding.mul(scalars.hidden()));
  }

  private NDArray layer(EncoderLayer layer, NDArray x, NDArray hidden, Adaptation adaptation) {
    NDArray attended =
        project(layer, "o_proj", attention(layer, x, hidden, adaptation), adaptation);
    if (adaptation.done()) {
      return attended;
    }
    NDArray seen = normalize(x.add(attended), layer.attentionNorm());
    NDArray up = project(layer, "up_proj", seen, adaptation).getNDArrayInternal().gelu();
    return normalize(seen.add(project(layer, "down_proj", up, adaptation)), layer.outputNorm());
  }

  private NDArray attention(EncoderLayer layer, NDArray x, NDArray hidden, Adaptation adaptation) {
    long rows = hidden.getShape().get(0);
    long seq = x.getShape().get(0) * x.getShape().get(1) / rows;
    NDArray none = VirtualTokens.none(x, 2L * config.keyWidth());
    NDArray prefix = adaptation.apply(layer.prefix(), x, none);
    List<NDArray> read = project(layer, List.of("q_proj", "k_proj", "v_proj"), x, adaptation);
    NDArray q = heads(read.get(0), rows, seq);
    NDArray k = VirtualTokens.keys(prefix, heads(read.get(1), rows, seq));
    NDArray v = VirtualTokens.values(prefix, heads(read.get(2), rows, seq));
    NDArray scores = q.mul(scalars.perRootHead()).matMul(k.transpose(0, 1, 3, 2));
    return scores
        .add(VirtualTokens.seen(prefix, hidden))
        .softmax(3) // [rows, heads, seq, seq]
        .matMul(v)
        .transpose(0, 2, 1, 3)
        .reshape(x.getShape());
  }

  /** {@code [members, positions, width]} to {@code [rows, heads, seq, head]}. */
  private NDArray heads(NDArray x, long rows, long seq) {
    return x.reshape(rows, seq, config.heads(), -1).transpose(0, 2, 1, 3);
  }

  /** Modules that see the same input. */
  private static List<NDArray> project(
      EncoderLayer layer, List<String> names, NDArray x, Adaptation adaptation) {
    List<Module> modules = names.stream().map(layer.modules()::get).toList();
    List<NDArray> outputs =
        modules.stream().map(m -> Products.linear(x, m.weight(), m.bias())).toList();
    return adaptation.applyAll(modules.stream().map(Module::site).toList(), x, outputs);
  }

  private static NDArray project(
      EncoderLayer layer, String name, NDArray x, Adaptation adaptation) {
    Module module = layer.modules().get(name);
    return adaptation.apply(module.site(), x, Products.linear(x, module.weight(), module.bias()));
  }

  private NDArray normalize(NDArray x, Norm norm) {
    try (NDManager scope = x.getManager().newSubManager()) {
      return x.getNDArrayInternal()
          .layerNorm(
              x,
              new Shape(config.width()),
              wide(norm.weight(), scope),
              wide(norm.bias(), scope),
              (float) config.normEpsilon())
          .singletonOrThrow();
    }
  }

  /** The same numbers in float32; what is new belongs to a scope. */
  private static NDArray wide(NDArray array, NDManager scope) {
    NDArray wide = Products.wide(array);
    if (wide != array) {
      wide.attach(scope);
    }
    return wide;
  }
}
