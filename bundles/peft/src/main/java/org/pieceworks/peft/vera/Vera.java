package org.pieceworks.peft.vera;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType;

/**
 * VeRA (arXiv 2310.11454): {@code y = W x + bias + b * (B (d * (A x)))}, A and B frozen, random and
 * shared by all sites and members.
 *
 * <p>A merged adapter is a sum of several such changes, so the scales have an axis of parts, one in
 * training. Both factors being frozen, its form names none.
 */
@Component(service = PeftType.class)
public final class Vera implements PeftType<VeraOptions> {

  /** The scales of the ranks: {@code [members, parts, rank]}. */
  static final String RANKS = "d";

  /** The scales of the output: {@code [members, parts, out]}. */
  static final String OUTPUTS = "b";

  @Override
  public String name() {
    return "vera";
  }

  @Override
  public String summary() {
    return "Scales the ranks and outputs of two random matrices that all sites and users share.";
  }

  @Override
  public String source() {
    return "Kopiczko et al., VeRA: Vector-based Random Matrix Adaptation, arXiv 2310.11454";
  }

  @Override
  public Class<VeraOptions> optionsType() {
    return VeraOptions.class;
  }

  @Override
  public AdapterForm form(VeraOptions options) {
    Map<String, List<Axis>> tensors = new LinkedHashMap<>();
    tensors.put(RANKS, List.of(Axis.INNER, Axis.INNER));
    tensors.put(OUTPUTS, List.of(Axis.INNER, Axis.OUT));
    return new AdapterForm(
        name(), AdapterForm.atEach(options.modules(), tensors), Optional.empty(), true);
  }

  @Override
  public Adapters on(BaseModel model, VeraOptions options) {
    return VeraAdapters.of(model, name(), options);
  }

  @Override
  public void exportTo(
      Path directory, Bank bank, int member, VeraOptions options, ExportBase base) {
    VeraFiles.write(directory, bank, member, options, base);
  }

  @Override
  public Imported<VeraOptions> importFrom(Path directory, ModelConfig config, NDManager manager) {
    return VeraFiles.read(directory, config, manager);
  }
}
