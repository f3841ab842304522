package org.pieceworks.peft;

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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.ModuleNames;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.storage.AtomicFiles;
import org.pieceworks.storage.Safetensors;

/**
 * What all types share of Hugging Face PEFT form: a directory of {@code adapter_config.json} and
 * {@code adapter_model.safetensors}.
 */
public final class PeftFiles {

  private static final String CONFIG = "adapter_config.json";
  private static final String WEIGHTS = "adapter_model.safetensors";
  private static final String PREFIX = "base_model.model.";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private PeftFiles() {}

  /** The beginning of a config. */
  public static ObjectNode config(String type, ExportBase base) {
    ObjectNode config = JSON.createObjectNode();
    config.put("peft_type", type);
    config.put("task_type", taskType(base.config()));
    config.put("base_model_name_or_path", base.path());
    return config;
  }

  /** Names the head that is saved with the adapter; PEFT wants it with every classifier. */
  public static void putHead(ObjectNode config, ExportBase base) {
    if (base.head().isEmpty()) {
      config.putNull("modules_to_save");
      return;
    }
    TreeSet<String> modules = new TreeSet<>();
    base.head().keySet().forEach(name -> modules.add(name.substring(0, name.lastIndexOf('.'))));
    modules.forEach(config.putArray("modules_to_save")::add);
  }

  private static String taskType(ModelConfig model) {
    if (model instanceof EncoderConfig encoder) {
      return encoder.labels().isEmpty() ? "FEATURE_EXTRACTION" : "SEQ_CLS";
    }
    return "CAUSAL_LM";
  }

  /**
   * Lists the modules of sites under a key. PEFT looks for what it lists at the end of module
   * names. An encoder calls modules of different kinds {@code output.dense}, so there each is named
   * in full.
   */
  public static void putModules(
      ObjectNode config, String key, Collection<Site> sites, ModelConfig model) {
    TreeSet<String> modules = new TreeSet<>();
    for (Site site : sites) {
      modules.add(model instanceof EncoderConfig ? ModuleNames.of(model, site) : site.module());
    }
    modules.forEach(config.putArray(key)::add);
  }

  /** The name of a site's tensor. */
  public static String name(ModelConfig model, Site site, String tensor) {
    return PREFIX + "%s.%s".formatted(ModuleNames.of(model, site), tensor);
  }

  /** One member's tensor, as a view that belongs to a scope. */
  public static NDArray member(NDArray bank, int member, NDManager scope) {
    NDArray one = bank.get(member);
    one.attach(scope);
    return one;
  }

  /** Writes a directory, which appears whole or not at all; the base model's head goes along. */
  public static void write(
      Path directory, ObjectNode config, Map<String, NDArray> named, ExportBase base) {
    Map<String, NDArray> all = new TreeMap<>(named);
    base.head().forEach((name, array) -> all.put(PREFIX + name, array));
    AtomicFiles.directory(
        directory,
        fresh -> {
          Files.write(fresh.resolve(CONFIG), bytes(config));
          Safetensors.write(fresh.resolve(WEIGHTS), all, Map.of("format", "pt"));
        });
  }

  private static byte[] bytes(ObjectNode config) {
    try {
      return JSON.writeValueAsBytes(config);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a directory's config lies. */
  public static Path configFile(Path directory) {
    return directory.resolve(CONFIG);
  }

  /** Where a directory's tensors lie. */
  public static Path weightsFile(Path directory) {
    return directory.resolve(WEIGHTS);
  }

  /** A directory's tensors, but for what was saved whole beside the adapter, such as a head. */
  public static Map<String, NDArray> tensors(Path directory, JsonNode config, NDManager manager) {
    List<String> whole = new ArrayList<>();
    config.path("modules_to_save").forEach(module -> whole.add(PREFIX + module.asText() + "."));
    Map<String, NDArray> tensors =
        new LinkedHashMap<>(Safetensors.read(weightsFile(directory), manager));
    tensors.keySet().removeIf(name -> whole.stream().anyMatch(name::startsWith));
    return tensors;
  }

  /**
   * Reads a directory's config.
   *
   * @throws BadInputException if it is missing, damaged or of another type
   */
  public static JsonNode read(Path directory, String expectedType) {
    Path file = configFile(directory);
    JsonNode config = json(file);
    String type = config.path("peft_type").asText("nothing");
    if (!expectedType.equals(type)) {
      throw BadInputException.of(file + ": peft_type", type, expectedType);
    }
    return config;
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

  /**
   * A whole number of a config.
   *
   * @throws BadInputException if it is not there or below one
   */
  public static int positive(Path directory, JsonNode config, String key, String what) {
    int value = config.path(key).asInt(0);
    if (value < 1) {
      throw BadInputException.of(
          configFile(directory) + ": " + key, config.path(key).toString(), what);
    }
    return value;
  }

  /** A number as JSON, without a fraction where it is whole. */
  public static void putNumber(ObjectNode config, String key, double value) {
    if (value == Math.rint(value)) {
      config.put(key, (long) value);
    } else {
      config.put(key, value);
    }
  }

  /** What cannot be exported. */
  public static BadInputException inexpressible(String peft, String found, String expected) {
    return BadInputException.of(
        "export of " + peft + " in Hugging Face PEFT form", found, expected);
  }
}
