package org.pieceworks.methods.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.MergeForm;

class SharedChoicesTest {

  private static final List<String> ALL = List.of("ann", "bob", "cid");

  @Test
  void theSameModuleChoosesTheSameSharersInAllLayers() {
    Map<String, float[][]> scores = new LinkedHashMap<>();
    scores.put("layers.0.q_proj", rows(3, 1, 0));
    scores.put("layers.0.v_proj", rows(0, 1, 2));
    scores.put("layers.1.q_proj", rows(3, 2, 4));
    scores.put("layers.1.v_proj", rows(1, 0, 3));
    Map<String, List<Choice>> choices =
        choose(ChoiceScope.MODULE, 1, scores, everywhere(scores, ALL));
    assertArrayEquals(new int[] {0}, choices.get("layers.0.q_proj").get(0).pieces());
    assertArrayEquals(new int[] {0}, choices.get("layers.1.q_proj").get(0).pieces());
    assertArrayEquals(new int[] {2}, choices.get("layers.0.v_proj").get(0).pieces());
    assertArrayEquals(new int[] {2}, choices.get("layers.1.v_proj").get(0).pieces());
  }

  @Test
  void scalesOfSlotsDoNotMatter() {
    Map<String, float[][]> scores = new LinkedHashMap<>();
    scores.put("layers.0.q_proj", rows(0, 1000, 1100));
    scores.put("layers.0.v_proj", rows(1, 2, 0));
    scores.put("layers.1.v_proj", rows(1, 2, 0));
    List<Choice> chosen =
        choose(ChoiceScope.WHOLE, 1, scores, everywhere(scores, ALL)).get("layers.0.q_proj");
    assertArrayEquals(new int[] {1}, chosen.get(0).pieces());
  }

  @Test
  void weighsByASoftmaxOverTheMeanStandardizedScores() {
    Map<String, float[][]> scores = Map.of("layers.0.q_proj", rows(1, 2, 3));
    Choice choice =
        choose(ChoiceScope.WHOLE, 2, scores, everywhere(scores, ALL)).get("layers.0.q_proj").get(0);
    assertArrayEquals(new int[] {2, 1}, choice.pieces());
    double apart = 1 / Math.sqrt(2 / 3.0);
    assertEquals(1 / (1 + Math.exp(-apart)), choice.weights()[0], 1e-6);
  }

  @Test
  void whoDoesNotOfferAtASlotIsLeftOutThere() {
    Map<String, float[][]> scores = new LinkedHashMap<>();
    scores.put("layers.0.q_proj", rows(3, 2, 1));
    scores.put("layers.1.q_proj", new float[][] {{2, 1}});
    Map<String, List<String>> sharers =
        Map.of("layers.0.q_proj", ALL, "layers.1.q_proj", List.of("bob", "cid"));
    Map<String, List<Choice>> choices = choose(ChoiceScope.WHOLE, 2, scores, sharers);
    assertArrayEquals(new int[] {0, 1}, choices.get("layers.0.q_proj").get(0).pieces());
    assertArrayEquals(new int[] {0}, choices.get("layers.1.q_proj").get(0).pieces());
    assertArrayEquals(new double[] {1}, choices.get("layers.1.q_proj").get(0).weights());
  }

  @Test
  void theBestWhoOffersIsTakenWhereNoneOfTheChosenDoes() {
    Map<String, float[][]> scores = new LinkedHashMap<>();
    scores.put("layers.0.q_proj", rows(3, 1, 2));
    scores.put("layers.1.q_proj", new float[][] {{1, 1}});
    Map<String, List<String>> sharers =
        Map.of("layers.0.q_proj", ALL, "layers.1.q_proj", List.of("bob", "cid"));
    Map<String, List<Choice>> choices = choose(ChoiceScope.WHOLE, 1, scores, sharers);
    assertArrayEquals(new int[] {1}, choices.get("layers.1.q_proj").get(0).pieces());
  }

  @Test
  void everyTargetHasAChoiceOfTheirOwn() {
    Map<String, float[][]> scores = Map.of("layers.0.q_proj", new float[][] {{3, 2, 1}, {1, 2, 3}});
    List<Choice> choices =
        choose(ChoiceScope.WHOLE, 1, scores, everywhere(scores, ALL)).get("layers.0.q_proj");
    assertEquals(0, choices.get(0).pieces()[0]);
    assertEquals(2, choices.get(1).pieces()[0]);
  }

  private static float[][] rows(float... scores) {
    return new float[][] {scores};
  }

  private static Map<String, List<String>> everywhere(
      Map<String, float[][]> scores, List<String> sharers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    scores.keySet().forEach(slot -> all.put(slot, sharers));
    return all;
  }

  private static Map<String, List<Choice>> choose(
      ChoiceScope scope,
      int topK,
      Map<String, float[][]> scores,
      Map<String, List<String>> sharers) {
    List<Slot> slots = new ArrayList<>();
    for (String key : scores.keySet()) {
      Site site = Site.parse(key);
      slots.add(new Slot(key, new SiteShape(site, 4, 4), List.of(site)));
    }
    AssemblyOptions options =
        new AssemblyOptions(topK, 1, 0, 1, 0, 1, scope, MergeForm.PRODUCT, 0, 0);
    return new SharedChoices(options, slots, sharers, false, (group, target) -> 0).of(scores);
  }
}
