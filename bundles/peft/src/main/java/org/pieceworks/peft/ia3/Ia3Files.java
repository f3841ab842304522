package org.pieceworks.peft.ia3;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType.Imported;
import org.pieceworks.peft.PeftFiles;
import org.pieceworks.peft.SiteTensors;

/**
 * IA3 in Hugging Face PEFT form: scales as {@code [out, 1]} of outputs, {@code [1, in]} of inputs.
 */
final class Ia3Files {

  private static final String TYPE = "IA3";
  private static final String SCALE = "ia3_l";

  private Ia3Files() {}

  static void write(Path directory, Bank bank, int member, Ia3Options options, ExportBase base) {
    Map<String, NDArray> named = new LinkedHashMap<>();
    try (NDManager scope = bank.flat().values().iterator().next().getManager().newSubManager()) {
      bank.tensors()
          .forEach(
              (site, tensors) -> {
                NDArray own = PeftFiles.member(tensors.get(Ia3.DEVIATION), member, scope);
                boolean input = options.scalesInput(site.module());
                named.put(
                    PeftFiles.name(base.config(), site, SCALE),
                    own.add(1).expandDims(input ? 0 : 1));
              });
      Set<Site> sites = bank.tensors().keySet();
      List<Site> inputs = sites.stream().filter(s -> options.scalesInput(s.module())).toList();
      ObjectNode config = PeftFiles.config(TYPE, base);
      config.put("fan_in_fan_out", false);
      config.put("inference_mode", true);
      config.put("init_ia3_weights", true);
      PeftFiles.putHead(config, base);
      PeftFiles.putModules(config, "target_modules", sites, base.config());
      PeftFiles.putModules(config, "feedforward_modules", inputs, base.config());
      PeftFiles.write(directory, config, named, base);
    }
  }

  static Imported<Ia3Options> read(Path directory, NDManager manager) {
    JsonNode config = PeftFiles.read(directory, TYPE);
    Path file = PeftFiles.weightsFile(directory);
    Set<String> outputs = new LinkedHashSet<>();
    Set<String> inputs = new LinkedHashSet<>();
    Map<Site, Map<String, NDArray>> sites = new LinkedHashMap<>();
    SiteTensors.of(
            file, PeftFiles.tensors(directory, config, manager), Map.of(SCALE, Ia3.DEVIATION))
        .forEach(
            (site, tensors) -> {
              NDArray scale = tensors.get(Ia3.DEVIATION); // [1, out, 1] or [1, 1, in]
              Shape shape = scale.getShape();
              boolean output = shape.dimension() == 3 && shape.get(2) == 1;
              boolean input = shape.dimension() == 3 && shape.get(1) == 1;
              if (output == input) {
                throw BadInputException.of(
                    file.toString(),
                    site + " " + SCALE + " of shape " + shape.slice(1),
                    "[out, 1] or [1, in]");
              }
              (output ? outputs : inputs).add(site.module());
              sites.put(site, Map.of(Ia3.DEVIATION, scale.reshape(1, -1).sub(1)));
            });
    Ia3Options options = new Ia3Options(List.copyOf(outputs), List.copyOf(inputs));
    options.all();
    return new Imported<>(new Bank(sites), options);
  }
}
