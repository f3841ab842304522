package org.pieceworks.peft.lora;

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
import org.pieceworks.api.peft.AdapterForm.Factors;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.LowRankFiles;
import org.pieceworks.peft.LowRankFiles.Read;
import org.pieceworks.peft.LowRankFiles.Settings;

/** LoRA (arXiv 2106.09685): {@code y = W x + alpha / r * B A x}. */
@Component(service = PeftType.class)
public final class Lora implements PeftType<LoraOptions> {

  /** The factor that reads: {@code [members, r, in]}. */
  static final String A = LowRankFiles.A;

  /** The factor that writes: {@code [members, out, r]}. */
  static final String B = LowRankFiles.B;

  @Override
  public String name() {
    return "lora";
  }

  @Override
  public String summary() {
    return "Adds a product of two thin matrices to the weights of each adapted module.";
  }

  @Override
  public String source() {
    return "Hu et al., LoRA: Low-Rank Adaptation of Large Language Models, arXiv 2106.09685";
  }

  @Override
  public Class<LoraOptions> optionsType() {
    return LoraOptions.class;
  }

  @Override
  public AdapterForm form(LoraOptions options) {
    Map<String, List<Axis>> factors = new LinkedHashMap<>();
    factors.put(A, List.of(Axis.INNER, Axis.IN));
    factors.put(B, List.of(Axis.OUT, Axis.INNER));
    return new AdapterForm(
        name(),
        AdapterForm.atEach(options.modules(), factors),
        Optional.of(new Factors(A, B, options.rank())),
        true);
  }

  @Override
  public Adapters on(BaseModel model, LoraOptions options) {
    return new LoraAdapters(AdaptedSites.of(model, name(), options.modules()), options);
  }

  @Override
  public void exportTo(
      Path directory, Bank bank, int member, LoraOptions options, ExportBase base) {
    Settings settings =
        new Settings(options.rank(), options.alpha(), options.dropout(), false, options.modules());
    LowRankFiles.write(directory, bank, member, settings, base);
  }

  @Override
  public Imported<LoraOptions> importFrom(Path directory, ModelConfig config, NDManager manager) {
    Read read = LowRankFiles.read(directory, false, manager);
    Settings found = read.settings();
    return new Imported<>(
        read.bank(),
        new LoraOptions(found.rank(), found.alpha(), found.dropout(), found.modules()));
  }
}
