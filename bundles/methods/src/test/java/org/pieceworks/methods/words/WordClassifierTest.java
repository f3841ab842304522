package org.pieceworks.methods.words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Item;

class WordClassifierTest {

  private static final List<String> LABELS = List.of("Sea", "Hill", "never seen");
  private static final BagOfWordsOptions OPTIONS = new BagOfWordsOptions(2, 20, 0.3);

  private static WordClassifier trained(long seed) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      items.add(new Item("s" + i, "a boat on the water, day " + i, "sea"));
      items.add(new Item("h" + i, "a walk on the rocks, day " + i, "hill"));
    }
    return WordClassifier.train(items, LABELS, OPTIONS, seed);
  }

  @Test
  void wordsTellLabelsApart() {
    WordClassifier classifier = trained(1);
    double[] boat = classifier.logProbabilities("The BOAT and the water");
    double[] rocks = classifier.logProbabilities("rocks!");
    assertTrue(boat[0] > boat[1] && rocks[1] > rocks[0]);
  }

  @Test
  void aLabelThatNobodyGaveIsHardlyLikely() {
    double[] scores = trained(1).logProbabilities("a boat");
    assertEquals(Math.log(1e-6), scores[2]);
  }

  @Test
  void theSameSeedGivesTheSameScores() {
    assertArrayEquals(trained(3).logProbabilities("a boat"), trained(3).logProbabilities("a boat"));
  }
}
