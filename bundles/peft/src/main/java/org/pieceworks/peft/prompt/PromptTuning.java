package org.pieceworks.peft.prompt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.peft.PeftFiles;
import org.pieceworks.peft.VirtualFiles;

/** Prompt tuning (arXiv 2104.08691): learned embeddings stand before every text. */
@Component(service = PeftType.class)
public final class PromptTuning implements PeftType<PromptTuningOptions> {

  /** The embedded tokens: {@code [members, tokens, width]}. */
  static final String PROMPT = "P";

  private static final String TYPE = "PROMPT_TUNING";

  @Override
  public String name() {
    return "prompt";
  }

  @Override
  public String summary() {
    return "Puts learned token embeddings before every text.";
  }

  @Override
  public String source() {
    return "Lester et al., The Power of Scale for Parameter-Efficient Prompt Tuning,"
        + " arXiv 2104.08691";
  }

  @Override
  public Class<PromptTuningOptions> optionsType() {
    return PromptTuningOptions.class;
  }

  @Override
  public AdapterForm form(PromptTuningOptions options) {
    Map<String, List<Axis>> tensors = Map.of(PROMPT, List.of(Axis.INNER, Axis.OUT));
    return new AdapterForm(name(), Map.of(Site.PROMPT.module(), tensors), Optional.empty(), false);
  }

  @Override
  public Adapters on(BaseModel model, PromptTuningOptions options) {
    return new PromptAdapters(model, options.tokens());
  }

  @Override
  public void exportTo(
      Path directory, Bank bank, int member, PromptTuningOptions options, ExportBase base) {
    DecoderConfig decoder = VirtualFiles.decoder(name(), base.config());
    NDArray prompts = bank.tensors().get(Site.PROMPT).get(PROMPT);
    try (NDManager scope = prompts.getManager().newSubManager()) {
      NDArray own = PeftFiles.member(prompts, member, scope);
      ObjectNode json =
          VirtualFiles.config(TYPE, own.getShape().get(0), decoder.width(), decoder.heads(), base);
      json.put("prompt_tuning_init", "RANDOM");
      VirtualFiles.write(directory, json, own, base);
    }
  }

  @Override
  public Imported<PromptTuningOptions> importFrom(
      Path directory, ModelConfig config, NDManager manager) {
    JsonNode json = PeftFiles.read(directory, TYPE);
    DecoderConfig decoder = VirtualFiles.decoder(name(), config);
    NDArray own = VirtualFiles.read(directory, json, decoder.width(), manager);
    Bank bank = new Bank(Map.of(Site.PROMPT, Map.of(PROMPT, own.expandDims(0))));
    return new Imported<>(bank, new PromptTuningOptions((int) own.getShape().get(0)));
  }
}
