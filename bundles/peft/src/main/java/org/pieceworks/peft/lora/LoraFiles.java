package org.pieceworks.peft.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.ModuleNames;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.PeftType.Imported;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.storage.Safetensors;

/**
 * LoRA in Hugging Face PEFT form: {@code adapter_config.json} and {@code
 * adapter_model.safetensors}.
 */
final class LoraFiles {

  private static final String CONFIG = "adapter_config.json";
  private static final String WEIGHTS = "adapter_model.safetensors";
  private static final Pattern NAME =
      Pattern.compile("base_model\\.model\\.(.+)\\.lora_([AB])\\.weight");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private LoraFiles() {}

  static void write(
      Path directory,
      Bank bank,
      int member,
      LoraOptions options,
      ModelConfig model,
      String baseModel) {
    Map<String, NDArray> named = new TreeMap<>();
    try (NDManager scope = bank.flat().values().iterator().next().getManager().newSubManager()) {
      bank.tensors()
          .forEach(
              (site, factors) -> {
                named.put(name(model, site, Lora.A), of(factors.get(Lora.A), member, scope));
                named.put(name(model, site, Lora.B), of(factors.get(Lora.B), member, scope));
              });
      long rank = named.values().iterator().next().getShape().get(0);
      byte[] config = config(bank, options, rank, model, baseModel);
      AtomicFiles.directory(
          directory,
          fresh -> {
            Files.write(fresh.resolve(CONFIG), config);
            Safetensors.write(fresh.resolve(WEIGHTS), named, Map.of("format", "pt"));
          });
    }
  }

  private static NDArray of(NDArray bank, int member, NDManager scope) {
    NDArray one = bank.get(member);
    one.attach(scope);
    return one;
  }

  private static byte[] config(
      Bank bank, LoraOptions options, long rank, ModelConfig model, String baseModel) {
    ObjectNode config = JSON.createObjectNode();
    config.put("peft_type", "LORA");
    config.put("task_type", taskType(model));
    config.put("base_model_name_or_path", baseModel);
    config.put("r", rank);
    // A merged adapter has a higher rank; PEFT scales by alpha / r, so alpha grows with it.
    config.set("lora_alpha", alpha(options.alpha() * rank / options.rank()));
    config.put("lora_dropout", options.dropout());
    config.put("bias", "none");
    config.put("fan_in_fan_out", false);
    config.put("inference_mode", true);
    config.put("init_lora_weights", true);
    config.putNull("modules_to_save");
    TreeSet<String> modules = new TreeSet<>();
    bank.tensors().keySet().forEach(site -> modules.add(target(model, site)));
    modules.forEach(config.putArray("target_modules")::add);
    try {
      return JSON.writeValueAsBytes(config);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode alpha(double alpha) {
    boolean whole = alpha == Math.rint(alpha);
    return whole
        ? JSON.getNodeFactory().numberNode((long) alpha)
        : JSON.getNodeFactory().numberNode(alpha);
  }

  private static String taskType(ModelConfig model) {
    if (model instanceof EncoderConfig encoder) {
      return encoder.labels().isEmpty() ? "FEATURE_EXTRACTION" : "SEQ_CLS";
    }
    return "CAUSAL_LM";
  }

  /**
   * What PEFT looks for at the end of module names. An encoder calls modules of different kinds
   * {@code output.dense}, so there each is named in full.
   */
  private static String target(ModelConfig model, Site site) {
    return model instanceof EncoderConfig ? ModuleNames.of(model, site) : site.module();
  }

  private static String name(ModelConfig model, Site site, String factor) {
    return "base_model.model.%s.lora_%s.weight".formatted(ModuleNames.of(model, site), factor);
  }

  static Imported<LoraOptions> read(Path directory, NDManager manager) {
    Path configFile = directory.resolve(CONFIG);
    JsonNode config = json(configFile);
    String type = config.path("peft_type").asText("nothing");
    if (!"LORA".equals(type)) {
      throw BadInputException.of(configFile + ": peft_type", type, "LORA");
    }
    int rank = config.path("r").asInt(0);
    if (rank < 1) {
      throw BadInputException.of(
          configFile + ": r", config.path("r").toString(), "a rank of at least 1");
    }
    if (config.path("use_rslora").asBoolean(false) || config.path("use_dora").asBoolean(false)) {
      throw BadInputException.of(
          configFile.toString(), "use_rslora or use_dora", "plain LoRA, scaled by lora_alpha / r");
    }
    Bank bank = bank(directory.resolve(WEIGHTS), rank, manager);
    List<String> modules = bank.tensors().keySet().stream().map(Site::module).distinct().toList();
    LoraOptions options =
        new LoraOptions(
            rank,
            config.path("lora_alpha").asDouble(rank),
            config.path("lora_dropout").asDouble(0),
            modules);
    return new Imported<>(bank, options);
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new BadInputException(file + ": not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read; expected a directory in PEFT form", e);
    }
  }

  private static Bank bank(Path weights, int rank, NDManager manager) {
    Map<Site, Map<String, NDArray>> sites =
        new TreeMap<>(
            java.util.Comparator.comparingInt(Site::layer)
                .thenComparing(site -> MODULES.indexOf(site.module())));
    Safetensors.read(weights, manager)
        .forEach(
            (name, array) -> {
              Matcher matcher = NAME.matcher(name);
              Site site =
                  Optional.of(matcher)
                      .filter(Matcher::matches)
                      .flatMap(found -> ModuleNames.site(found.group(1)))
                      .orElseThrow(() -> unknown(weights, name));
              sites
                  .computeIfAbsent(site, s -> new LinkedHashMap<>())
                  .put(matcher.group(2), array.expandDims(0));
            });
    List<String> wrong = new ArrayList<>();
    sites.forEach((site, factors) -> check(site, factors, rank, wrong));
    if (sites.isEmpty() || !wrong.isEmpty()) {
      throw BadInputException.of(
          weights.toString(),
          sites.isEmpty() ? "no tensors" : wrong.get(0),
          "lora_A [" + rank + ", in] and lora_B [out, " + rank + "] at every site");
    }
    return new Bank(sites);
  }

  private static BadInputException unknown(Path weights, String name) {
    return BadInputException.of(
        weights.toString(),
        "tensor " + name,
        "names like base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight");
  }

  private static final List<String> MODULES =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

  private static void check(Site site, Map<String, NDArray> factors, int rank, List<String> wrong) {
    NDArray a = factors.get(Lora.A);
    NDArray b = factors.get(Lora.B);
    if (a == null || b == null) {
      wrong.add(site + " without lora_" + (a == null ? Lora.A : Lora.B));
    } else if (a.getShape().dimension() != 3 || a.getShape().get(1) != rank) {
      wrong.add(site + " lora_A of shape " + a.getShape().slice(1));
    } else if (b.getShape().dimension() != 3 || b.getShape().get(2) != rank) {
      wrong.add(site + " lora_B of shape " + b.getShape().slice(1));
    }
  }
}
