package org.pieceworks.peft.ia3;

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
import org.pieceworks.peft.AdaptedSites;

/**
 * IA3 (arXiv 2205.05638): {@code y = l * (W x + bias)} at keys and values, {@code y = W (l * x) +
 * bias} in the feed-forward layer. What is held is {@code l - 1}, so that merging is linear.
 *
 * <p>It is not mergeable into the weights: a scaled output has a scaled bias, and a change of the
 * weights alone cannot say that. The form is stated for all models alike, with biases or without.
 */
@Component(service = PeftType.class)
public final class Ia3 implements PeftType<Ia3Options> {

  /** How far the scale is from one: {@code [members, out]}, or {@code [members, in]}. */
  static final String DEVIATION = "l";

  @Override
  public String name() {
    return "ia3";
  }

  @Override
  public String summary() {
    return "Scales what attention's keys and values and the feed-forward layer compute by learned"
        + " vectors.";
  }

  @Override
  public String source() {
    return "Liu et al., Few-Shot Parameter-Efficient Fine-Tuning is Better and Cheaper than"
        + " In-Context Learning, arXiv 2205.05638";
  }

  @Override
  public Class<Ia3Options> optionsType() {
    return Ia3Options.class;
  }

  @Override
  public AdapterForm form(Ia3Options options) {
    Map<String, Map<String, List<Axis>>> modules = new LinkedHashMap<>();
    for (String module : options.all()) {
      Axis axis = options.scalesInput(module) ? Axis.IN : Axis.OUT;
      modules.put(module, Map.of(DEVIATION, List.of(axis)));
    }
    return new AdapterForm(name(), modules, Optional.empty(), false);
  }

  @Override
  public Adapters on(BaseModel model, Ia3Options options) {
    return new Ia3Adapters(AdaptedSites.of(model, name(), options.all()), model::linear, options);
  }

  @Override
  public void exportTo(Path directory, Bank bank, int member, Ia3Options options, ExportBase base) {
    Ia3Files.write(directory, bank, member, options, base);
  }

  @Override
  public Imported<Ia3Options> importFrom(Path directory, ModelConfig config, NDManager manager) {
    return Ia3Files.read(directory, manager);
  }
}
