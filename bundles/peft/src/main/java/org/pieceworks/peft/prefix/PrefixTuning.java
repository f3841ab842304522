package org.pieceworks.peft.prefix;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType;

/**
 * Prefix tuning (arXiv 2101.00190): learned keys and values stand before those of every layer.
 *
 * <p>The keys and values are trained as they are, without the network that the paper computes them
 * by in training: with it, members could not be cut into pieces by layers.
 */
@Component(service = PeftType.class)
public final class PrefixTuning implements PeftType<PrefixTuningOptions> {

  /** The keys: {@code [members, tokens, key width]}. */
  static final String KEYS = "K";

  /** The values: {@code [members, tokens, key width]}. */
  static final String VALUES = "V";

  @Override
  public String name() {
    return "prefix";
  }

  @Override
  public String summary() {
    return "Puts learned keys and values before those of every layer's attention.";
  }

  @Override
  public String source() {
    return "Li and Liang, Prefix-Tuning: Optimizing Continuous Prompts for Generation,"
        + " arXiv 2101.00190";
  }

  @Override
  public Class<PrefixTuningOptions> optionsType() {
    return PrefixTuningOptions.class;
  }

  @Override
  public AdapterForm form(PrefixTuningOptions options) {
    Map<String, List<Axis>> tensors = new LinkedHashMap<>();
    tensors.put(KEYS, List.of(Axis.INNER, Axis.OUT));
    tensors.put(VALUES, List.of(Axis.INNER, Axis.OUT));
    return new AdapterForm(
        name(), Map.of(Site.prefix(0).module(), tensors), Optional.empty(), false);
  }

  @Override
  public Adapters on(BaseModel model, PrefixTuningOptions options) {
    return new PrefixAdapters(model.config(), options.tokens());
  }

  @Override
  public void exportTo(
      Path directory, Bank bank, int member, PrefixTuningOptions options, ExportBase base) {
    PrefixFiles.write(directory, name(), bank, member, base);
  }

  @Override
  public Imported<PrefixTuningOptions> importFrom(
      Path directory, ModelConfig config, NDManager manager) {
    return PrefixFiles.read(directory, name(), config, manager);
  }
}
