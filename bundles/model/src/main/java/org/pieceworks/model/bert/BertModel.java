package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.LayeredPass;
import org.pieceworks.api.model.Linear;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.model.Tokenizer;
import org.pieceworks.model.Products;
import org.pieceworks.model.Weights;
import org.pieceworks.model.bert.EncoderLayer.Norm;
import org.pieceworks.model.checkpoint.CheckpointWriter;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** A BERT-family encoder over tensors that it owns, or borrows from another. */
public final class BertModel implements Encoder {

  private static final String WEIGHT = BertNames.HEAD + ".weight";
  private static final String BIAS = BertNames.HEAD + ".bias";

  private final EncoderConfig config;
  private final TokenizerFile tokenizerFile;
  private final NDManager manager;
  private final Map<String, NDArray> parameters;
  private final Scalars scalars;
  private final EncoderTransformer transformer;
  private final TextStates states;
  private final boolean owner;
  private final boolean checkpointing;
  private String hash;

  /**
   * Creates a model.
   *
   * @param manager is closed with the model
   */
  public BertModel(
      EncoderConfig config,
      TokenizerFile tokenizerFile,
      Map<String, NDArray> parameters,
      NDManager manager) {
    this(config, tokenizerFile, parameters, manager, Scalars.of(config, manager), true, false);
  }

  private BertModel(
      EncoderConfig config,
      TokenizerFile tokenizerFile,
      Map<String, NDArray> parameters,
      NDManager manager,
      Scalars scalars,
      boolean owner,
      boolean checkpointing) {
    this.config = config;
    this.tokenizerFile = tokenizerFile;
    this.manager = manager;
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.scalars = scalars;
    this.owner = owner;
    this.checkpointing = checkpointing;
    transformer = new EncoderTransformer(config, parameters, scalars);
    Norm pooler = Norm.of(parameters, BertNames.prefix(config) + BertNames.POOLER);
    states = new TextStates(config.pooling(), pooler);
  }

  @Override
  public EncoderConfig config() {
    return config;
  }

  @Override
  public Tokenizer tokenizer() {
    return tokenizerFile.tokenizer();
  }

  @Override
  public List<SiteShape> sites() {
    List<SiteShape> sites = new ArrayList<>();
    sites.add(new SiteShape(Site.PROMPT, config.width(), config.width()));
    for (int layer = 0; layer < config.layers(); layer++) {
      sites.add(new SiteShape(Site.prefix(layer), config.width(), 2 * config.keyWidth()));
      for (String module : BertNames.MODULES) {
        sites.add(
            new SiteShape(
                new Site(layer, module),
                BertNames.in(config, module),
                BertNames.out(config, module)));
      }
    }
    return sites;
  }

  @Override
  public Linear linear(Site site) {
    if (site.virtual()
        || site.layer() >= config.layers()
        || !BertNames.MODULES.contains(site.module())) {
      throw new IllegalArgumentException(site + " is no module of the model");
    }
    String prefix = BertNames.prefix(config);
    return new Linear(
        parameters.get(prefix + BertNames.weight(site.layer(), site.module())),
        Optional.of(parameters.get(prefix + BertNames.bias(site.layer(), site.module()))));
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public Map<String, NDArray> parameters() {
    return parameters;
  }

  @Override
  public Encoder with(Map<String, NDArray> others) {
    return new BertModel(config, tokenizerFile, others, manager, scalars, false, checkpointing);
  }

  @Override
  public Encoder withHead(List<String> labels) {
    EncoderConfig changed = config.withLabels(labels);
    Map<String, NDArray> renamed = new LinkedHashMap<>();
    String before = BertNames.prefix(config);
    String after = BertNames.prefix(changed);
    parameters.forEach(
        (name, array) -> {
          if (!headNames().contains(name)) {
            renamed.put(after + name.substring(before.length()), array);
          }
        });
    BertNames.shapes(changed)
        .forEach((name, shape) -> renamed.computeIfAbsent(name, n -> manager.zeros(shape)));
    return new BertModel(changed, tokenizerFile, renamed, manager, scalars, false, checkpointing);
  }

  @Override
  public List<String> headNames() {
    return List.of(WEIGHT, BIAS);
  }

  @Override
  public BaseModel merged(Map<Site, NDArray> deltas) {
    NDManager own = manager.getParentManager().newSubManager(manager.getDevice());
    String prefix = BertNames.prefix(config);
    Map<String, NDArray> changed =
        Weights.merged(
            parameters,
            deltas,
            site -> prefix + BertNames.weight(site.layer(), site.module()),
            own);
    return new BertModel(config, tokenizerFile, changed, own);
  }

  @Override
  public NDArray hidden(NDArray tokens, Adaptation adaptation) {
    return transformer.hidden(tokens, adaptation);
  }

  @Override
  public NDArray labelStates(TokenBatch batch, Adaptation adaptation) {
    return states.of(hidden(batch.tokens(), adaptation), batch);
  }

  @Override
  public LayeredPass layered(TokenBatch batch) {
    return new BertPass(transformer, states, batch);
  }

  @Override
  public boolean checkpointing() {
    return checkpointing;
  }

  @Override
  public Encoder checkpointing(boolean on) {
    return new BertModel(config, tokenizerFile, parameters, manager, scalars, false, on);
  }

  @Override
  public NDArray logits(NDArray states) {
    if (config.labels().isEmpty()) {
      throw new IllegalStateException("the encoder has no head for labels");
    }
    return Products.linear(states, parameters.get(WEIGHT), parameters.get(BIAS));
  }

  @Override
  public void save(Path directory, Precision precision) {
    CheckpointWriter.write(directory, config, parameters, tokenizerFile, precision);
  }

  @Override
  public synchronized String hash() {
    if (hash == null) {
      hash = Weights.hash(config, parameters);
    }
    return hash;
  }

  /** Frees the weights, unless they are those of another model. */
  @Override
  public void close() {
    if (owner) {
      manager.close();
    }
  }
}
