package org.pieceworks.peft.bottleneck;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.peft.AdaptedSites;
import org.pieceworks.peft.PeftFiles;

/**
 * Bottleneck adapters (arXiv 1902.00751, 2005.00247): {@code y = h + U act(D h + b) + c}, h what a
 * module gives. Hugging Face PEFT has no such type.
 */
@Component(service = PeftType.class)
public final class Bottleneck implements PeftType<BottleneckOptions> {

  /** The way down: {@code [members, width, out]}. */
  static final String DOWN = "D";

  /** The bias of the hidden units: {@code [members, width]}. */
  static final String DOWN_BIAS = "b";

  /** The way up: {@code [members, out, width]}. */
  static final String UP = "U";

  /** The bias of the way up: {@code [members, out]}. */
  static final String UP_BIAS = "c";

  @Override
  public String name() {
    return "bottleneck";
  }

  @Override
  public String summary() {
    return "Puts a small network with a narrow hidden layer after attention or the feed-forward"
        + " layer.";
  }

  @Override
  public String source() {
    return "Houlsby et al., Parameter-Efficient Transfer Learning for NLP, arXiv 1902.00751;"
        + " Pfeiffer et al., AdapterFusion, arXiv 2005.00247";
  }

  @Override
  public Class<BottleneckOptions> optionsType() {
    return BottleneckOptions.class;
  }

  @Override
  public AdapterForm form(BottleneckOptions options) {
    Map<String, List<Axis>> tensors = new LinkedHashMap<>();
    tensors.put(DOWN, List.of(Axis.INNER, Axis.OUT));
    tensors.put(DOWN_BIAS, List.of(Axis.INNER));
    tensors.put(UP, List.of(Axis.OUT, Axis.INNER));
    tensors.put(UP_BIAS, List.of(Axis.OUT));
    return new AdapterForm(
        name(),
        AdapterForm.atEach(options.placement().modules(), tensors),
        Optional.empty(),
        false);
  }

  @Override
  public Adapters on(BaseModel model, BottleneckOptions options) {
    return new BottleneckAdapters(
        AdaptedSites.of(model, name(), options.placement().modules()), options);
  }

  /**
   * Refuses.
   *
   * @throws BadInputException always
   */
  @Override
  public void exportTo(
      Path directory, Bank bank, int member, BottleneckOptions options, ExportBase base) {
    throw PeftFiles.inexpressible(
        name(), "a type that PEFT does not have", "one that it has, such as lora");
  }

  /**
   * Refuses.
   *
   * @throws BadInputException always
   */
  @Override
  public Imported<BottleneckOptions> importFrom(
      Path directory, ModelConfig config, NDManager manager) {
    throw BadInputException.of(
        directory.toString(),
        "a directory to read bottleneck adapters from",
        "a type that Hugging Face PEFT has, such as lora");
  }
}
