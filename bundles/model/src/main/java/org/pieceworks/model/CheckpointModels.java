package org.pieceworks.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Precision;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.bert.BertModel;
import org.pieceworks.model.checkpoint.CheckpointReader;
import org.pieceworks.model.llama.FreshWeights;
import org.pieceworks.model.llama.LlamaModel;
import org.pieceworks.model.onnx.BertImport;
import org.pieceworks.model.tokenizer.TokenizerFile;
import org.pieceworks.model.tokenizer.TokenizerJson;

/** Makes models and reads those of checkpoint directories. */
@Component
public final class CheckpointModels implements BaseModels {

  /** Takes the engine, so that it is loaded before anything asks for a tensor. */
  @Activate
  public CheckpointModels(@Reference Djl djl) {
    djl.engine();
  }

  @Override
  public BaseModel load(Path checkpoint, Precision precision, NDManager manager) {
    ModelConfig config = CheckpointReader.config(checkpoint);
    NDManager own = manager.newSubManager();
    boolean loaded = false;
    try {
      DataType type = Weights.type(precision);
      Map<String, NDArray> weights = CheckpointReader.weights(checkpoint, config, type, own);
      TokenizerFile tokenizer = new TokenizerFile(checkpoint.resolve(TokenizerFile.NAME));
      BaseModel model =
          config instanceof DecoderConfig decoder
              ? new LlamaModel(decoder, tokenizer, weights, own)
              : new BertModel((EncoderConfig) config, tokenizer, weights, own);
      loaded = true;
      return model;
    } finally {
      if (!loaded) {
        own.close();
      }
    }
  }

  @Override
  public Decoder create(DecoderConfig config, Path tokenizerJson, long seed, NDManager manager) {
    NDManager own = manager.newSubManager();
    Map<String, NDArray> weights = FreshWeights.of(config, seed, own);
    return new LlamaModel(config, new TokenizerFile(tokenizerJson), weights, own);
  }

  @Override
  public void trainTokenizer(List<String> texts, int vocabulary, Path tokenizerJson) {
    TokenizerJson.train(texts, vocabulary, tokenizerJson);
  }

  @Override
  public void importOnnx(Path source, Path checkpoint) {
    BertImport.run(source, checkpoint);
  }
}
