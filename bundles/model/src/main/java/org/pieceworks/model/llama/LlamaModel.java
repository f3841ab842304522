package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.api.model.LayeredPass;
import org.pieceworks.api.model.Linear;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.model.Tokenizer;
import org.pieceworks.model.Products;
import org.pieceworks.model.Weights;
import org.pieceworks.model.checkpoint.CheckpointWriter;
import org.pieceworks.model.tokenizer.TokenizerFile;

/** A Llama-family model over tensors that it owns, or borrows from who called {@link #with}. */
public final class LlamaModel implements Decoder {

  private final DecoderConfig config;
  private final TokenizerFile tokenizerFile;
  private final NDManager manager;
  private final Map<String, NDArray> parameters;
  private final Transformer transformer;
  private final PassTables tables;
  private final boolean owner;
  private final boolean checkpointing;
  private String hash;

  /**
   * Creates a model.
   *
   * @param manager holds the tables and is closed with the model
   */
  public LlamaModel(
      DecoderConfig config,
      TokenizerFile tokenizerFile,
      Map<String, NDArray> parameters,
      NDManager manager) {
    this(config, tokenizerFile, parameters, manager, new PassTables(config, manager), true, false);
  }

  private LlamaModel(
      DecoderConfig config,
      TokenizerFile tokenizerFile,
      Map<String, NDArray> parameters,
      NDManager manager,
      PassTables tables,
      boolean owner,
      boolean checkpointing) {
    this.config = config;
    this.tokenizerFile = tokenizerFile;
    this.manager = manager;
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.tables = tables;
    this.owner = owner;
    this.checkpointing = checkpointing;
    transformer = new Transformer(config, parameters, tables);
  }

  @Override
  public DecoderConfig config() {
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
      for (String module : LayerWeights.MODULES) {
        sites.add(
            new SiteShape(
                new Site(layer, module),
                WeightNames.in(config, module),
                WeightNames.out(config, module)));
      }
    }
    return sites;
  }

  @Override
  public Linear linear(Site site) {
    NDArray weight = site.virtual() ? null : parameters.get(WeightNames.projection(site));
    if (weight == null) {
      throw new IllegalArgumentException(site + " is no module of the model");
    }
    return new Linear(weight, Optional.empty());
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
  public Decoder with(Map<String, NDArray> others) {
    return new LlamaModel(config, tokenizerFile, others, manager, tables, false, checkpointing);
  }

  @Override
  public BaseModel merged(Map<Site, NDArray> deltas) {
    NDManager own = manager.getParentManager().newSubManager(manager.getDevice());
    Map<String, NDArray> changed = Weights.merged(parameters, deltas, WeightNames::projection, own);
    return new LlamaModel(config, tokenizerFile, changed, own);
  }

  @Override
  public NDArray hidden(NDArray tokens, Adaptation adaptation) {
    Shape shape = tokens.getShape();
    long members = shape.get(0);
    long rows = shape.get(1);
    return transformer.read(tokens.reshape(members, -1), members * rows, adaptation);
  }

  @Override
  public NDArray labelStates(TokenBatch batch, Adaptation adaptation) {
    return adaptation.positionwise()
        ? new LlamaPass(transformer, batch).labelStates(adaptation)
        : Products.rows(hidden(batch.tokens(), adaptation), batch.labelPositions());
  }

  @Override
  public LayeredPass layered(TokenBatch batch) {
    return new LlamaPass(transformer, batch);
  }

  @Override
  public boolean checkpointing() {
    return checkpointing;
  }

  @Override
  public Decoder checkpointing(boolean on) {
    return new LlamaModel(config, tokenizerFile, parameters, manager, tables, false, on);
  }

  @Override
  public NDArray logits(NDArray states) {
    return transformer.logits(states);
  }

  @Override
  public List<List<int[]>> generate(
      List<List<int[]>> prompts,
      Adaptation adaptation,
      GenerationOptions options,
      long seed,
      Progress progress) {
    return new Generator(config, transformer, tables, manager)
        .generate(prompts, adaptation, options, seed, progress);
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

  /** Frees the weights and tables, unless they are those of another model. */
  @Override
  public void close() {
    if (owner) {
      manager.close();
    }
  }
}
