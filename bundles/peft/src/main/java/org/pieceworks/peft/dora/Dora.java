package org.pieceworks.peft.dora;

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
import org.pieceworks.peft.LowRankFiles;
import org.pieceworks.peft.LowRankFiles.Read;
import org.pieceworks.peft.LowRankFiles.Settings;

/**
 * DoRA (arXiv 2402.09353): {@code y = m / ||W + s B A|| (W + s B A) x + bias}, the norm over each
 * row of the weights.
 *
 * <p>Its form names no factors: the change of the weights is more than the product of the two.
 */
@Component(service = PeftType.class)
public final class Dora implements PeftType<DoraOptions> {

  /** The factor that reads: {@code [members, r, in]}. */
  static final String A = LowRankFiles.A;

  /** The factor that writes: {@code [members, out, r]}. */
  static final String B = LowRankFiles.B;

  /** The magnitudes of the rows: {@code [members, out]}. */
  static final String MAGNITUDE = LowRankFiles.MAGNITUDE;

  @Override
  public String name() {
    return "dora";
  }

  @Override
  public String summary() {
    return "Changes the directions of a weight's rows by a product of two thin matrices, and their"
        + " magnitudes by a vector.";
  }

  @Override
  public String source() {
    return "Liu et al., DoRA: Weight-Decomposed Low-Rank Adaptation, arXiv 2402.09353";
  }

  @Override
  public Class<DoraOptions> optionsType() {
    return DoraOptions.class;
  }

  @Override
  public AdapterForm form(DoraOptions options) {
    Map<String, List<Axis>> tensors = new LinkedHashMap<>();
    tensors.put(A, List.of(Axis.INNER, Axis.IN));
    tensors.put(B, List.of(Axis.OUT, Axis.INNER));
    tensors.put(MAGNITUDE, List.of(Axis.OUT));
    return new AdapterForm(
        name(), AdapterForm.atEach(options.modules(), tensors), Optional.empty(), true);
  }

  @Override
  public Adapters on(BaseModel model, DoraOptions options) {
    return DoraAdapters.of(model, name(), options);
  }

  @Override
  public void exportTo(
      Path directory, Bank bank, int member, DoraOptions options, ExportBase base) {
    Settings settings =
        new Settings(options.rank(), options.alpha(), options.dropout(), true, options.modules());
    LowRankFiles.write(directory, bank, member, settings, base);
  }

  @Override
  public Imported<DoraOptions> importFrom(Path directory, ModelConfig config, NDManager manager) {
    Read read = LowRankFiles.read(directory, true, manager);
    Settings found = read.settings();
    return new Imported<>(
        read.bank(),
        new DoraOptions(found.rank(), found.alpha(), found.dropout(), found.modules()));
  }
}
