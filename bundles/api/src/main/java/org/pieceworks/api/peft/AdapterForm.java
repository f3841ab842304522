package org.pieceworks.api.peft;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pieceworks.api.model.Site;

/**
 * What the adapters of a PEFT type are made of: decompositions and gates tell by it whether they
 * suit the type.
 *
 * @param peft the type's name
 * @param modules per module that is adapted its tensors by name, and of each the axes after the
 *     members
 * @param factors the two whose product is the change of the weights, where there are such
 * @param mergeable whether the change can be merged into the frozen weights
 */
public record AdapterForm(
    String peft,
    Map<String, Map<String, List<Axis>>> modules,
    Optional<Factors> factors,
    boolean mergeable) {

  /** What an axis of a tensor runs over. */
  public enum Axis {
    /** What goes into the module. */
    IN,
    /** What comes out of it; of a prefix, its keys or values. */
    OUT,
    /** Ranks, hidden units, virtual tokens: the adapter's own. */
    INNER
  }

  /**
   * A low-rank change: {@code write @ read}, up to a constant.
   *
   * @param read the name of {@code [members, rank, in]}
   * @param write the name of {@code [members, out, rank]}
   * @param rank how many products of a column and a row the change is the sum of
   */
  public record Factors(String read, String write, int rank) {}

  /** Keeps the order of the modules and their tensors. */
  public AdapterForm {
    Map<String, Map<String, List<Axis>>> copy = new LinkedHashMap<>();
    modules.forEach(
        (module, tensors) ->
            copy.put(module, Collections.unmodifiableMap(new LinkedHashMap<>(tensors))));
    modules = Collections.unmodifiableMap(copy);
  }

  /** The same tensors at every module. */
  public static Map<String, Map<String, List<Axis>>> atEach(
      List<String> modules, Map<String, List<Axis>> tensors) {
    return modules.stream()
        .collect(Collectors.toMap(m -> m, m -> tensors, (a, b) -> a, LinkedHashMap::new));
  }

  /** Whether it stands beside the text instead of changing what modules give. */
  public boolean virtual() {
    return modules.keySet().stream().allMatch(module -> new Site(0, module).virtual());
  }
}
