package org.pieceworks.api.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.SiteShape;

/** A kind of parameter-efficient fine-tuning. */
@ConsumerType
public interface PeftType<O extends Record> extends Plugin<O> {

  /**
   * A fresh bank. All members start from the same random numbers, so that their tensors can be
   * averaged.
   *
   * @param sites all sites of the model; the type keeps those that it targets
   */
  Bank create(List<SiteShape> sites, int members, O options, long seed, NDManager manager);

  /**
   * What the adapted module gives.
   *
   * @param tensors one site of a bank, each {@code [members, ...]}
   * @param input what the adapter sees, {@code [members, positions, in]}
   * @param output the frozen module's result for the ungated input, {@code [members, positions,
   *     out]}
   * @param training whether dropout is on
   * @return {@code [members, positions, out]}
   */
  NDArray apply(
      Map<String, NDArray> tensors, NDArray input, NDArray output, O options, boolean training);

  /**
   * The dense change of the frozen weight that equals the adapter.
   *
   * @return {@code [members, out, in]}
   */
  NDArray delta(Map<String, NDArray> tensors, O options);

  /**
   * Merges weighted adapters into one for each target.
   *
   * @param tensors one site of a bank of {@code pieces}, each {@code [pieces, ...]}
   * @param index which pieces, {@code [targets, k]}, int64
   * @param weights how much of each, {@code [targets, k]}; a weight of zero takes no part
   * @return the site's tensors, each {@code [targets, ...]}
   */
  Map<String, NDArray> merge(
      Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form);

  /**
   * Writes one member in Hugging Face PEFT form; the directory appears whole or not at all.
   *
   * @param config the shape of the base model: says how its modules are called
   * @param baseModel where the base model lies
   */
  void exportTo(
      Path directory, Bank bank, int member, O options, ModelConfig config, String baseModel);

  /**
   * Reads an adapter in Hugging Face PEFT form as a bank of one.
   *
   * @throws org.pieceworks.api.BadInputException if it is damaged or of another type
   */
  Imported<O> importFrom(Path directory, NDManager manager);

  /** An adapter read from files, with the options that its config states. */
  record Imported<O extends Record>(Bank bank, O options) {}

  /** A bank as an adaptation of the model; sites without tensors stay as they are. */
  default Adaptation adaptation(Bank bank, O options, boolean training) {
    return (site, input, output) -> {
      Map<String, NDArray> tensors = bank.tensors().get(site);
      return tensors == null ? output : apply(tensors, input, output, options, training);
    };
  }

  /** The modules that it acts on under these options. */
  Set<String> modules(O options);
}
