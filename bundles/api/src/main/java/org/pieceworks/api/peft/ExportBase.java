package org.pieceworks.api.peft;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.ModelConfig;

/**
 * The base model that an exported adapter is for.
 *
 * @param config its shape: says how its modules are called
 * @param path where it lies
 * @param head its classification head by name, which goes with the adapter; empty where it has none
 */
public record ExportBase(ModelConfig config, String path, Map<String, NDArray> head) {

  /** Keeps the order of the head's tensors. */
  public ExportBase {
    head = Collections.unmodifiableMap(new LinkedHashMap<>(head));
  }

  /** A model in a directory. */
  public static ExportBase of(BaseModel model, String path) {
    Map<String, NDArray> head = new LinkedHashMap<>();
    if (model instanceof Encoder encoder && !encoder.config().labels().isEmpty()) {
      encoder.headNames().forEach(name -> head.put(name, encoder.parameters().get(name)));
    }
    return new ExportBase(model.config(), path, head);
  }
}
