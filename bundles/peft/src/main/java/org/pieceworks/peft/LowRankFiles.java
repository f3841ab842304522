package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;

/** LoRA and its kin in Hugging Face PEFT form, where they are one type. */
public final class LowRankFiles {

  /** The factor that reads: {@code [members, r, in]}. */
  public static final String A = "A";

  /** The factor that writes: {@code [members, out, r]}. */
  public static final String B = "B";

  /** Magnitudes of DoRA: {@code [members, out]}. */
  public static final String MAGNITUDE = "m";

  private static final String TYPE = "LORA";

  private LowRankFiles() {}

  /**
   * What a config states.
   *
   * @param rank as the options have it; merged adapters have a higher one
   * @param dora whether magnitudes belong to it
   */
  public record Settings(
      int rank, double alpha, double dropout, boolean dora, List<String> modules) {}

  /** A bank of one as it was read, and its settings. */
  public record Read(Bank bank, Settings settings) {}

  private static Map<String, String> names(boolean dora) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("lora_A.weight", A);
    names.put("lora_B.weight", B);
    if (dora) {
      names.put("lora_magnitude_vector", MAGNITUDE);
    }
    return names;
  }

  /** Writes one member. */
  public static void write(
      Path directory, Bank bank, int member, Settings settings, ExportBase base) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    try (NDManager scope = bank.flat().values().iterator().next().getManager().newSubManager()) {
      bank.tensors()
          .forEach(
              (site, tensors) ->
                  names(settings.dora())
                      .forEach(
                          (file, own) ->
                              named.put(
                                  PeftFiles.name(base.config(), site, file),
                                  PeftFiles.member(tensors.get(own), member, scope))));
      long rank = bank.tensors().values().iterator().next().get(A).getShape().get(1);
      PeftFiles.write(directory, config(bank, settings, rank, base), named, base);
    }
  }

  private static ObjectNode config(Bank bank, Settings settings, long rank, ExportBase base) {
    ObjectNode config = PeftFiles.config(TYPE, base);
    config.put("r", rank);
    // A merged adapter has a higher rank; PEFT scales by alpha / r, so alpha grows with it.
    PeftFiles.putNumber(config, "lora_alpha", settings.alpha() * rank / settings.rank());
    config.put("lora_dropout", settings.dropout());
    config.put("bias", "none");
    config.put("fan_in_fan_out", false);
    config.put("inference_mode", true);
    config.put("init_lora_weights", true);
    PeftFiles.putHead(config, base);
    PeftFiles.putModules(config, "target_modules", bank.tensors().keySet(), base.config());
    if (settings.dora()) {
      config.put("use_dora", true);
    }
    return config;
  }

  /**
   * Reads a directory.
   *
   * @param dora whether magnitudes are expected
   * @throws BadInputException if it is damaged or not of that kind
   */
  public static Read read(Path directory, boolean dora, NDManager manager) {
    JsonNode config = PeftFiles.read(directory, TYPE);
    int rank = PeftFiles.positive(directory, config, "r", "a rank of at least 1");
    boolean scaledOtherwise = config.path("use_rslora").asBoolean(false);
    if (scaledOtherwise || config.path("use_dora").asBoolean(false) != dora) {
      throw BadInputException.of(
          PeftFiles.configFile(directory).toString(),
          dora ? "use_rslora or no use_dora" : "use_rslora or use_dora",
          dora ? "use_dora, scaled by lora_alpha / r" : "plain LoRA, scaled by lora_alpha / r");
    }
    Path weights = PeftFiles.weightsFile(directory);
    Map<Site, Map<String, NDArray>> sites =
        SiteTensors.of(weights, PeftFiles.tensors(directory, config, manager), names(dora));
    sites.forEach((site, tensors) -> check(directory, site, tensors, rank, dora));
    return new Read(
        new Bank(sites),
        new Settings(
            rank,
            config.path("lora_alpha").asDouble(rank),
            config.path("lora_dropout").asDouble(0),
            dora,
            sites.keySet().stream().map(Site::module).distinct().toList()));
  }

  private static void check(
      Path directory, Site site, Map<String, NDArray> tensors, int rank, boolean dora) {
    NDArray a = tensors.get(A);
    NDArray b = tensors.get(B);
    NDArray m = tensors.get(MAGNITUDE);
    String wrong = null;
    if (a == null || b == null || dora && m == null) {
      wrong = " without lora_" + (a == null ? A : b == null ? B : "magnitude_vector");
    } else if (a.getShape().dimension() != 3 || a.getShape().get(1) != rank) {
      wrong = " lora_A of shape " + a.getShape().slice(1);
    } else if (b.getShape().dimension() != 3 || b.getShape().get(2) != rank) {
      wrong = " lora_B of shape " + b.getShape().slice(1);
    } else if (dora && m.size() != b.getShape().get(1)) {
      wrong = " lora_magnitude_vector of shape " + m.getShape().slice(1);
    }
    if (wrong != null) {
      throw BadInputException.of(
          PeftFiles.weightsFile(directory).toString(),
          site + wrong,
          "lora_A [%1$d, in]%2$s and lora_B [out, %1$d] at every site"
              .formatted(rank, dora ? ", lora_magnitude_vector [out]" : ""));
    }
  }
}
