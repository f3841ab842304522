package org.pieceworks.peft.vera;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType.Imported;
import org.pieceworks.peft.PeftFiles;
import org.pieceworks.peft.SiteTensors;

/**
 * VeRA in Hugging Face PEFT form, with the projections: PEFT draws others by the same seed, so an
 * adapter of PEFT's own can be read only if its projections are the ones drawn here.
 */
final class VeraFiles {

  private static final String TYPE = "VERA";
  private static final String READ = "base_model.vera_A";
  private static final String WRITE = "base_model.vera_B";
  private static final Map<String, String> NAMES =
      Map.of("vera_lambda_d", Vera.RANKS, "vera_lambda_b", Vera.OUTPUTS);

  private VeraFiles() {}

  static void write(Path directory, Bank bank, int member, VeraOptions options, ExportBase base) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    try (NDManager scope = bank.flat().values().iterator().next().getManager().newSubManager()) {
      bank.tensors()
          .forEach(
              (site, tensors) ->
                  NAMES.forEach(
                      (file, own) ->
                          named.put(
                              PeftFiles.name(base.config(), site, file),
                              alone(PeftFiles.member(tensors.get(own), member, scope)))));
      Projections projections = projections(bank, options, base.config(), scope);
      named.put(READ, projections.read());
      named.put(WRITE, projections.write());
      ObjectNode config = PeftFiles.config(TYPE, base);
      config.put("r", options.rank());
      config.put("projection_prng_key", options.projectionSeed());
      config.put("save_projection", true);
      config.put("vera_dropout", options.dropout());
      config.put("d_initial", 0.1);
      config.put("bias", "none");
      config.put("fan_in_fan_out", false);
      config.put("inference_mode", true);
      config.put("init_weights", true);
      PeftFiles.putHead(config, base);
      PeftFiles.putModules(config, "target_modules", bank.tensors().keySet(), base.config());
      PeftFiles.write(directory, config, named, base);
    }
  }

  private static NDArray alone(NDArray parts) {
    if (parts.getShape().get(0) != 1) {
      throw PeftFiles.inexpressible(
          "vera", "a sum of " + parts.getShape().get(0) + " adapters", "a single one");
    }
    return parts.squeeze(0);
  }

  private static Projections projections(
      Bank bank, VeraOptions options, ModelConfig model, NDManager manager) {
    int in = 0;
    int out = 0;
    for (Map.Entry<Site, Map<String, NDArray>> entry : bank.tensors().entrySet()) {
      in = Math.max(in, in(model, entry.getKey().module()));
      out = Math.max(out, (int) entry.getValue().get(Vera.OUTPUTS).getShape().get(2));
    }
    return Projections.of(options.projectionSeed(), options.rank(), in, out, manager);
  }

  private static int in(ModelConfig model, String module) {
    return switch (module) {
      case "down_proj" -> model.feedForward();
      case "o_proj" ->
          model instanceof DecoderConfig decoder
              ? decoder.heads() * decoder.headWidth()
              : model.width();
      default -> model.width();
    };
  }

  static Imported<VeraOptions> read(Path directory, ModelConfig model, NDManager manager) {
    JsonNode config = PeftFiles.read(directory, TYPE);
    int rank = PeftFiles.positive(directory, config, "r", "a rank of at least 1");
    Path file = PeftFiles.weightsFile(directory);
    Map<String, NDArray> named = PeftFiles.tensors(directory, config, manager);
    NDArray read = named.remove(READ);
    NDArray write = named.remove(WRITE);
    Map<Site, Map<String, NDArray>> sites = SiteTensors.of(file, named, NAMES);
    sites.forEach((site, tensors) -> check(file, site, tensors, rank));
    sites.values().forEach(tensors -> tensors.replaceAll((n, array) -> array.expandDims(1)));
    Bank bank = new Bank(sites);
    VeraOptions options =
        new VeraOptions(
            rank,
            config.path("projection_prng_key").asInt(0),
            config.path("vera_dropout").asDouble(0),
            sites.keySet().stream().map(Site::module).distinct().toList());
    try (NDManager scope = manager.newSubManager()) {
      Projections own = projections(bank, options, model, scope);
      if (!own.read().equals(read) || !own.write().equals(write)) {
        throw BadInputException.of(
            file.toString(),
            read == null ? "no projections" : "projections of another origin",
            "those that Pieceworks draws by seed " + options.projectionSeed());
      }
    }
    return new Imported<>(bank, options);
  }

  private static void check(Path file, Site site, Map<String, NDArray> tensors, int rank) {
    NDArray ranks = tensors.get(Vera.RANKS);
    NDArray outputs = tensors.get(Vera.OUTPUTS);
    if (ranks == null || outputs == null) {
      throw BadInputException.of(
          file.toString(),
          site + " without vera_lambda_" + (ranks == null ? "d" : "b"),
          "vera_lambda_d and vera_lambda_b at every site");
    }
    if (ranks.getShape().dimension() != 2 || ranks.getShape().get(1) != rank) {
      throw BadInputException.of(
          file.toString(),
          site + " vera_lambda_d of shape " + ranks.getShape().slice(1),
          "(" + rank + ")");
    }
  }
}
