package org.pieceworks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pieceworks.api.model.Example;

/** Examples that are trained on, and those that are held back. */
record HeldBack(List<Example> trained, List<Example> heldBack) {

  /** Holds back a share, by lot; at least one example is trained on. */
  static HeldBack of(List<Example> examples, double share, long seed) {
    if (share == 0) {
      return new HeldBack(examples, List.of());
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> trained = new ArrayList<>();
    List<Example> heldBack = new ArrayList<>();
    for (Example example : examples) {
      boolean held = random.nextDouble() < share && heldBack.size() < examples.size() - 1;
      (held ? heldBack : trained).add(example);
    }
    return new HeldBack(trained, heldBack);
  }
}
