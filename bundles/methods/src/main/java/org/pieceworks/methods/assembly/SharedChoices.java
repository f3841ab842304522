package org.pieceworks.methods.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.decomposition.Slot;

/**
 * Choices of sharers that hold for several slots.
 *
 * <p>This departs from Per-Pcs (arXiv 2406.10471, section 3.3), where every slot's own choice is
 * kept. Here the slots choose one after the other as there, so that each scores what an already
 * personal model gives; then their scores are standardized per target and slot, so that scales do
 * not matter, and averaged per sharer over the slots where they offer. These averages choose and
 * weigh for all slots together. (Scores of the plain model would not do: most gates were made with
 * the sharers' adapters at work.) Where a chosen sharer does not offer, the others' weights make up
 * for it; where none does, the best one of those who do is taken.
 *
 * @param slots in forward order
 * @param sharers per slot key, and offered piece, the sharer's id
 * @param takesAll whether all sharers are chosen
 * @param seeds of the draw, by a group's name and a target
 */
record SharedChoices(
    AssemblyOptions options,
    List<Slot> slots,
    Map<String, List<String>> sharers,
    boolean takesAll,
    ToLongBiFunction<String, Integer> seeds) {

  /**
   * Chooses for all targets.
   *
   * @param scores per slot key {@code [targets][pieces]}
   * @return per slot key one choice per target
   */
  Map<String, List<Choice>> of(Map<String, float[][]> scores) {
    Map<String, List<Slot>> groups = new LinkedHashMap<>();
    for (Slot slot : slots) {
      groups.computeIfAbsent(group(slot), g -> new ArrayList<>()).add(slot);
    }
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    slots.forEach(slot -> choices.put(slot.key(), new ArrayList<>()));
    int targets = scores.values().iterator().next().length;
    for (int t = 0; t < targets; t++) {
      for (Map.Entry<String, List<Slot>> group : groups.entrySet()) {
        Map<String, Float> merits = merits(group.getValue(), scores, t);
        List<String> chosen = chosen(merits, seeds.applyAsLong(group.getKey(), t));
        for (Slot slot : group.getValue()) {
          choices.get(slot.key()).add(at(slot, merits, chosen));
        }
      }
    }
    return choices;
  }

  private String group(Slot slot) {
    return options.choice() == ChoiceScope.MODULE
        ? slot.gate().site().module() + "." + slot.part()
        : "";
  }

  /** The mean standardized score of every sharer who offers anywhere in a group. */
  private Map<String, Float> merits(List<Slot> group, Map<String, float[][]> scores, int target) {
    Map<String, List<Double>> each = new TreeMap<>();
    for (Slot slot : group) {
      double[] standard = standardized(scores.get(slot.key())[target]);
      List<String> offering = sharers.get(slot.key());
      for (int i = 0; i < standard.length; i++) {
        each.computeIfAbsent(offering.get(i), s -> new ArrayList<>()).add(standard[i]);
      }
    }
    Map<String, Float> merits = new LinkedHashMap<>();
    each.forEach(
        (sharer, own) ->
            merits.put(
                sharer,
                (float) own.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return merits;
  }

  /** Less their mean, over their deviation; zeros where all are the same. */
  private static double[] standardized(float[] scores) {
    double mean = mean(scores, 0, 1);
    double deviation = Math.sqrt(mean(scores, mean, 2));
    return IntStream.range(0, scores.length)
        .mapToDouble(i -> deviation > 0 ? (scores[i] - mean) / deviation : 0)
        .toArray();
  }

  private static double mean(float[] scores, double centre, int power) {
    return IntStream.range(0, scores.length)
        .mapToDouble(i -> Math.pow(scores[i] - centre, power))
        .average()
        .orElseThrow();
  }

  private List<String> chosen(Map<String, Float> merits, long seed) {
    List<String> names = List.copyOf(merits.keySet());
    float[] values = new float[names.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = merits.get(names.get(i));
    }
    Choice choice = Choice.of(values, options, takesAll, seed);
    return Arrays.stream(choice.pieces()).mapToObj(names::get).toList();
  }

  private Choice at(Slot slot, Map<String, Float> merits, List<String> chosen) {
    List<String> offering = sharers.get(slot.key());
    float[] own = new float[offering.size()];
    int best = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] = merits.get(offering.get(i));
      best = own[i] > own[best] ? i : best;
    }
    int[] pieces = chosen.stream().mapToInt(offering::indexOf).filter(i -> i >= 0).toArray();
    return Choice.weighted(own, pieces.length == 0 ? new int[] {best} : pieces, options);
  }
}
