package org.pieceworks.api.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.SiteShape;

/** A PEFT type with its options, so that callers need not know the type of the options. */
public record ConfiguredPeft<O extends Record>(PeftType<O> type, O options) {

  /** See {@link PeftType#create}. */
  public Bank create(List<SiteShape> sites, int members, long seed, NDManager manager) {
    return type.create(sites, members, options, seed, manager);
  }

  /** See {@link PeftType#apply}. */
  public NDArray apply(
      Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    return type.apply(tensors, input, output, options, training);
  }

  /** See {@link PeftType#adaptation}. */
  public Adaptation adaptation(Bank bank, boolean training) {
    return type.adaptation(bank, options, training);
  }

  /** See {@link PeftType#delta}. */
  public NDArray delta(Map<String, NDArray> tensors) {
    return type.delta(tensors, options);
  }

  /** See {@link PeftType#merge}. */
  public Map<String, NDArray> merge(
      Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    return type.merge(tensors, index, weights, form);
  }

  /** See {@link PeftType#exportTo}. */
  public void exportTo(
      Path directory, Bank bank, int member, ModelConfig config, String baseModel) {
    type.exportTo(directory, bank, member, options, config, baseModel);
  }

  /** See {@link PeftType#modules}. */
  public Set<String> modules() {
    return type.modules(options);
  }
}
