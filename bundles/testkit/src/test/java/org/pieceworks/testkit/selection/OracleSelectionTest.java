package org.pieceworks.testkit.selection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.User;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.corpus.personas.PersonasOptions;
import org.pieceworks.corpus.personas.PersonasOptions.Activity;
import org.pieceworks.corpus.personas.PersonasOptions.Mixture;
import org.pieceworks.selection.OracleSelection;
import org.pieceworks.selection.RandomSelection;

class OracleSelectionTest extends SharerSelectionContract<NoOptions> {

  private static final NoOptions NONE = new NoOptions();
  private static final PersonasOptions PERSONAS =
      new PersonasOptions(Activity.TAGGING, 60, 8, 0.25, 2, 6, 8, 0.5, Mixture.MIXED, 0.13, 0.1);

  @Override
  protected SharerSelection<NoOptions> selection() {
    return new OracleSelection();
  }

  @Override
  protected NoOptions options() {
    return NONE;
  }

  @Test
  void itsSharersAreMoreLikeTheTargetsThanThoseOfAnyLot() {
    Dataset dataset = new PersonasFormat().read(PERSONAS, Path.of("."), 4);
    for (int count : new int[] {1, 3, 6}) {
      double known =
          affinity(dataset, new OracleSelection().select(context(dataset, count, 0), NONE));
      for (long seed = 0; seed < 50; seed++) {
        List<Integer> drawn = new RandomSelection().select(context(dataset, count, seed), NONE);
        assertTrue(known >= affinity(dataset, drawn), count + " sharers, seed " + seed);
      }
    }
  }

  private static SelectionContext context(Dataset dataset, int count, long seed) {
    return new SelectionContext(
        candidates(dataset), () -> new float[0][], count, seed, targets(dataset), dataset.truth());
  }

  private static List<User> candidates(Dataset dataset) {
    return dataset.users().subList(0, 40);
  }

  private static List<String> targets(Dataset dataset) {
    return dataset.users().subList(40, 60).stream().map(User::id).toList();
  }

  /** The mean over targets of the affinity to the sharer most like them. */
  private static double affinity(Dataset dataset, List<Integer> sharers) {
    return targets(dataset).stream()
        .mapToDouble(
            target ->
                sharers.stream()
                    .map(sharer -> candidates(dataset).get(sharer).id())
                    .mapToDouble(sharer -> dataset.truth().orElseThrow().affinity(target, sharer))
                    .max()
                    .orElseThrow())
        .average()
        .orElseThrow();
  }
}
