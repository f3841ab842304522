package org.pieceworks.peft;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.ModuleNames;
import org.pieceworks.api.model.Site;

/** The tensors that an adapter in Hugging Face PEFT form has at its sites. */
public final class SiteTensors {

  private static final List<String> MODULES =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");
  private static final Pattern NAME = Pattern.compile("base_model\\.model\\.(.+)");

  private SiteTensors() {}

  /**
   * Sorts tensors by their sites.
   *
   * @param file where they come from, for messages
   * @param tensors by their names in the file
   * @param names what each is called after its module, as in files, and as in banks
   * @return per site, in forward order, as a bank of one: {@code [1, ...]}
   * @throws BadInputException if there are none, or some of other names
   */
  public static Map<Site, Map<String, NDArray>> of(
      Path file, Map<String, NDArray> tensors, Map<String, String> names) {
    Map<Site, Map<String, NDArray>> sites =
        new TreeMap<>(
            Comparator.comparingInt(Site::layer)
                .thenComparing(site -> MODULES.indexOf(site.module())));
    tensors.forEach(
        (name, array) -> {
          String suffix =
              names.keySet().stream()
                  .filter(known -> name.endsWith("." + known))
                  .findFirst()
                  .orElseThrow(() -> unknown(file, name, names));
          String module = name.substring(0, name.length() - suffix.length() - 1);
          Site site =
              Optional.of(NAME.matcher(module))
                  .filter(Matcher::matches)
                  .flatMap(found -> ModuleNames.site(found.group(1)))
                  .orElseThrow(() -> unknown(file, name, names));
          sites
              .computeIfAbsent(site, s -> new LinkedHashMap<>())
              .put(names.get(suffix), array.expandDims(0));
        });
    if (sites.isEmpty()) {
      throw BadInputException.of(
          file.toString(), "no tensors", String.join(" and ", names.keySet()) + " at every site");
    }
    return sites;
  }

  private static BadInputException unknown(Path file, String name, Map<String, String> names) {
    return BadInputException.of(
        file.toString(),
        "tensor " + name,
        "names like base_model.model.model.layers.0.self_attn.q_proj."
            + names.keySet().iterator().next());
  }
}
