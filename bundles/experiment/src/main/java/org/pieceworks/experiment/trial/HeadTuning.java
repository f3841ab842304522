package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.Tuning;

/**
 * An adapter that is trained together with an encoder's head.
 *
 * @param head the head's tensors by name; a decoder's stays as it is
 */
record HeadTuning(Adapters adapters, Map<String, NDArray> head) implements Tuning {

  static HeadTuning of(BaseModel model, Adapters adapters) {
    List<String> names = model instanceof Encoder encoder ? encoder.headNames() : List.of();
    Map<String, NDArray> head = new LinkedHashMap<>();
    names.forEach(name -> head.put(name, model.parameters().get(name)));
    return new HeadTuning(adapters, head);
  }

  /** The head's tensors as a bank of one, for training to change: {@code [1, ...]}. */
  Map<String, NDArray> head(NDManager manager) {
    Map<String, NDArray> copies = new LinkedHashMap<>();
    head.forEach(
        (name, array) -> {
          NDArray copy = array.expandDims(0).duplicate();
          copy.attach(manager);
          copies.put(name, copy);
        });
    return copies;
  }

  @Override
  public Adaptation adaptation(Map<String, NDArray> parameters) {
    Map<String, NDArray> adapter = new LinkedHashMap<>(parameters);
    adapter.keySet().removeAll(head.keySet());
    return adapters.adaptation(Bank.ofFlat(adapter), true);
  }

  @Override
  public BaseModel model(BaseModel frozen, Map<String, NDArray> parameters) {
    if (head.isEmpty()) {
      return frozen;
    }
    Map<String, NDArray> all = new LinkedHashMap<>(frozen.parameters());
    head.keySet().forEach(name -> all.put(name, parameters.get(name).squeeze(0)));
    return frozen.with(all);
  }
}
