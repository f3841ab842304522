package org.pieceworks.decomposition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;

/**
 * How the heads of attention divide the adapters at a site.
 *
 * @param axis which runs over the heads' numbers, one head after another
 * @param count of the heads: fewer for keys and values where these are grouped
 * @param width numbers of a head
 */
record Heads(Axis axis, int count, int width) {

  private static final String QUERY = "q_proj";
  private static final String OUTPUT = "o_proj";
  private static final Set<String> GROUPED = Set.of("k_proj", "v_proj", Site.prefix(0).module());

  /** The heads at a site whose adapters can be divided by them; empty: they stay whole. */
  static Optional<Heads> at(Site site, AdapterPlan plan) {
    ModelConfig config = plan.config();
    int count =
        GROUPED.contains(site.module()) ? config.keyWidth() / config.headWidth() : config.heads();
    return axis(site.module())
        .filter(axis -> divisible(plan.form().modules().get(site.module()), axis))
        .map(axis -> new Heads(axis, count, config.headWidth()));
  }

  /** Whether heads divide the adapters of a form at any module. */
  static boolean any(AdapterForm form) {
    return form.modules().entrySet().stream()
        .anyMatch(
            module ->
                axis(module.getKey()).filter(a -> divisible(module.getValue(), a)).isPresent());
  }

  private static Optional<Axis> axis(String module) {
    if (module.equals(OUTPUT)) {
      return Optional.of(Axis.IN);
    }
    return module.equals(QUERY) || GROUPED.contains(module)
        ? Optional.of(Axis.OUT)
        : Optional.empty();
  }

  /**
   * Heads divide tensors that all have the heads' axis, or else are multiplied, over an inner axis,
   * with the only one that joins that to the heads': whatever else would count once per head.
   */
  private static boolean divisible(Map<String, List<Axis>> tensors, Axis axis) {
    List<List<Axis>> without = tensors.values().stream().filter(t -> !t.contains(axis)).toList();
    if (without.isEmpty()) {
      return true;
    }
    long joining =
        tensors.values().stream().filter(t -> t.contains(axis) && t.contains(Axis.INNER)).count();
    return joining == 1 && without.stream().allMatch(t -> t.contains(Axis.INNER));
  }

  /** The axis of a tensor {@code [members, ...]} that runs over the heads; -1: it has none. */
  int axisOf(String tensor, Site site, AdapterPlan plan) {
    int index = plan.form().modules().get(site.module()).get(tensor).indexOf(axis);
    return index < 0 ? -1 : index + 1;
  }
}
