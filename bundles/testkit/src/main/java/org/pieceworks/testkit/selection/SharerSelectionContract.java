package org.pieceworks.testkit.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;

/** What holds for every selection of sharers. */
public abstract class SharerSelectionContract<O extends Record> {

  private static final int CANDIDATES = 23;
  private static final long SEED = 7;

  private final Candidates candidates = Candidates.clumps(CANDIDATES, "u");

  /** The selection. */
  protected abstract SharerSelection<O> selection();

  /** Options under which everybody may share. */
  protected abstract O options();

  private List<Integer> select(SelectionContext context) {
    return selection().select(context, options());
  }

  private SelectionContext context(Candidates among, int count) {
    return among.context(count, SEED, selection().readsTruth());
  }

  @Test
  void itsOptionsAreOfItsType() {
    assertEquals(selection().optionsType(), options().getClass());
    assertTrue(selection().name().matches("[a-z0-9]+(-[a-z0-9]+)*"), selection().name());
    assertFalse(selection().summary().isBlank());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 9, 16, 22})
  void atMostAsManyAsWantedAscendingAndEachOnce(int count) {
    for (long seed = 0; seed < 5; seed++) {
      List<Integer> sharers = select(candidates.context(count, seed, selection().readsTruth()));
      assertFalse(sharers.isEmpty());
      assertTrue(sharers.size() <= count, sharers.toString());
      assertEquals(List.copyOf(new TreeSet<>(sharers)), sharers);
      assertTrue(sharers.get(0) >= 0 && sharers.get(sharers.size() - 1) < CANDIDATES);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void theSameSeedGivesTheSameSharers(int count) {
    assertEquals(select(context(candidates, count)), select(context(candidates, count)));
  }

  /** Whatever is looked up by an id, the order in which a hash keeps ids decides nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void whatUsersAreCalledDecidesNothing(int count) {
    List<Integer> sharers = select(context(candidates, count));
    for (String prefix : List.of("a", "Zoe ", "用户", "0")) {
      Candidates renamed = Candidates.clumps(CANDIDATES, prefix);
      assertEquals(sharers, select(context(renamed, count)), prefix);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000})
  void asManyAsThereAreOrMoreGiveAllOrAnError(int more) {
    try {
      List<Integer> sharers = select(context(candidates, CANDIDATES + more));
      assertEquals(candidates.indices(), sharers);
    } catch (BadInputException e) {
      assertTrue(e.getMessage().contains("; expected "), e.getMessage());
    }
  }

  @Test
  void theOnlyCandidateShares() {
    Candidates alone = Candidates.clumps(1, "u");
    assertEquals(List.of(0), select(context(alone, 1)));
    assertEquals(List.of(0), select(context(alone, 5)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void candidatesWhoAreAllTheSameAreNoError(int count) {
    for (float value : new float[] {0, 1}) {
      List<Integer> sharers = select(context(Candidates.same(9, value), count));
      assertFalse(sharers.isEmpty());
      assertTrue(sharers.size() <= count, sharers.toString());
      assertEquals(List.copyOf(new TreeSet<>(sharers)), sharers);
    }
  }

  @Test
  void embeddingsAreLeftAsTheyAre() {
    float[][] before =
        Arrays.stream(candidates.embeddings()).map(float[]::clone).toArray(float[][]::new);
    select(context(candidates, 5));
    for (int i = 0; i < before.length; i++) {
      assertArrayEquals(before[i], candidates.embeddings()[i]);
    }
  }

  /** Only who says so knows the truth; who needs it says where there is none. */
  @Test
  void theTruthIsForControlsAlone() {
    SelectionContext told = candidates.context(5, SEED, true);
    SelectionContext real =
        new SelectionContext(
            told.candidates(), told.embeddings(), 5, SEED, told.targets(), Optional.empty());
    if (selection().readsTruth()) {
      BadInputException error = assertThrows(BadInputException.class, () -> select(real));
      assertTrue(error.getMessage().contains("truth"), error.getMessage());
    } else {
      assertEquals(select(candidates.context(5, SEED, false)), select(told));
    }
  }
}
