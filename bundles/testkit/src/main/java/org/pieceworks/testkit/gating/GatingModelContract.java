package org.pieceworks.testkit.gating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.testkit.SmallModels;

/**
 * What every gating model must do, on both architectures and for slots of one module and of a whole
 * layer. Extend it with your model and its options, and state what it claims.
 *
 * @param <O> the options
 */
public abstract class GatingModelContract<O extends Record> {

  private static final int[] ALL = {0, 1, 2, 3};
  private static final float SMALL = 1e-4f;

  private NDManager manager;

  /** The model under test. */
  protected abstract GatingModel<O> model();

  /** Options under which it is quick on a handful of examples. */
  protected abstract O options();

  /** Whether, at every slot, a target with a sharer's own history scores that sharer best. */
  protected boolean recognizes() {
    return true;
  }

  @BeforeEach
  void open() {
    manager = SmallModels.manager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private List<Slot> slots(Setting setting) {
    return GatingBench.of(setting).fitting(manager, 0).slots();
  }

  private Gates fit(Setting setting, int... sharers) {
    return model().fit(GatingBench.of(setting).fitting(manager, sharers), options());
  }

  /** Per slot key {@code [targets][pieces]}. */
  private Map<String, float[][]> scores(Setting setting, Gates gates, int[] targets, int[] pieces) {
    GatingBench bench = GatingBench.of(setting);
    Map<String, SlotActivations> activations = bench.activations(manager, targets);
    Map<String, float[][]> scores = new LinkedHashMap<>();
    for (Slot slot : slots(setting)) {
      NDArray offered = rows(gates.vectors().get(slot.key()), pieces);
      NDArray given =
          model()
              .score(
                  offered,
                  activations.get(slot.key()),
                  bench.scoring(slot, targets, pieces),
                  options());
      assertEquals(new Shape(targets.length, pieces.length), given.getShape(), slot.key());
      scores.put(slot.key(), table(given));
    }
    return scores;
  }

  private NDArray rows(NDArray gates, int[] pieces) {
    long[] index = new long[pieces.length];
    for (int i = 0; i < index.length; i++) {
      index[i] = pieces[i];
    }
    return gates.get(manager.create(index));
  }

  private static float[][] table(NDArray scores) {
    float[] flat = scores.toFloatArray();
    int rows = (int) scores.getShape().get(0);
    float[][] table = new float[rows][flat.length / rows];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(flat, row * table[row].length, table[row], 0, table[row].length);
    }
    return table;
  }

  private static void finite(float[] numbers, String where) {
    for (float number : numbers) {
      assertTrue(Float.isFinite(number), where + ": " + number);
    }
  }

  /** Where gates can be searched, the search ranks them as the scores do. */
  @ParameterizedTest
  @EnumSource
  void whatItIsSearchedByRanksPiecesAsItsScoresDo(Setting setting) {
    int[] targets = {0, 1};
    int[] pieces = {0, 1, 2};
    Gates gates = fit(setting, pieces);
    Map<String, SlotActivations> activations =
        GatingBench.of(setting).activations(manager, targets);
    Map<String, float[][]> scores = scores(setting, gates, targets, pieces);
    for (Slot slot : slots(setting)) {
      Optional<NDArray> queries = model().queries(activations.get(slot.key()), options());
      if (queries.isPresent()) {
        NDArray normalized = SlotActivations.normalize(gates.vectors().get(slot.key()));
        float[][] products = table(queries.get().matMul(normalized.transpose()));
        for (int t = 0; t < targets.length; t++) {
          for (int one = 0; one < pieces.length; one++) {
            for (int other = 0; other < pieces.length; other++) {
              if (products[t][one] > products[t][other] + 1e-3) {
                float[] own = scores.get(slot.key())[t];
                assertTrue(own[one] > own[other], slot.key());
              }
            }
          }
        }
      }
    }
  }

  @Test
  void itHasANameASummaryAndItsOptions() {
    assertTrue(model().name().matches("[a-z0-9]+(-[a-z0-9]+)*"), model().name());
    assertFalse(model().summary().isBlank());
    assertEquals(options().getClass(), model().optionsType());
  }

  @ParameterizedTest
  @EnumSource
  void itSuitsLowRankAdapters(Setting setting) {
    assertEquals(Optional.empty(), model().unsuited(GatingBench.of(setting).form(), options()));
  }

  @ParameterizedTest
  @EnumSource
  void everySharerHasAFiniteGateAtEverySlotInTheirOrder(Setting setting) {
    Gates gates = fit(setting, ALL);
    assertEquals(
        slots(setting).stream().map(Slot::key).toList(), List.copyOf(gates.vectors().keySet()));
    gates
        .vectors()
        .forEach(
            (slot, gate) -> {
              assertEquals(2, gate.getShape().dimension(), slot);
              assertEquals(GatingBench.SHARERS, gate.getShape().get(0), slot);
              finite(gate.toFloatArray(), slot);
            });
  }

  @ParameterizedTest
  @EnumSource
  void aSeedGivesTheSameGatesAgain(Setting setting) {
    Gates first = fit(setting, ALL);
    Gates second = fit(setting, ALL);
    first
        .vectors()
        .forEach(
            (slot, gate) ->
                assertArrayEquals(
                    gate.toFloatArray(), second.vectors().get(slot).toFloatArray(), slot));
  }

  @ParameterizedTest
  @EnumSource
  void gatesDependOnWhoElseSharesUnlessItSaysOtherwise(Setting setting) {
    assumeTrue(model().independent(), "it does not say that gates are independent");
    Gates together = fit(setting, ALL);
    Gates alone = fit(setting, 2);
    float most = 0;
    for (Slot slot : slots(setting)) {
      NDArray own = rows(together.vectors().get(slot.key()), new int[] {2});
      most = Math.max(most, own.sub(alone.vectors().get(slot.key())).abs().max().getFloat());
    }
    assertTrue(most < SMALL, "the gates of sharer 2 differ by " + most);
  }

  @ParameterizedTest
  @EnumSource
  void scoresAreFiniteAndScoringChangesNothing(Setting setting) {
    Gates gates = fit(setting, ALL);
    Map<String, float[]> before = new LinkedHashMap<>();
    gates.vectors().forEach((slot, gate) -> before.put(slot, gate.toFloatArray()));
    Map<String, float[][]> first = scores(setting, gates, ALL, ALL);
    Map<String, float[][]> second = scores(setting, gates, ALL, ALL);
    first.forEach(
        (slot, rows) -> {
          for (int target = 0; target < rows.length; target++) {
            finite(rows[target], slot);
            assertArrayEquals(rows[target], second.get(slot)[target], slot);
          }
          assertArrayEquals(before.get(slot), gates.vectors().get(slot).toFloatArray(), slot);
        });
  }

  @ParameterizedTest
  @EnumSource
  void otherTargetsPlayNoPartInATargetsScores(Setting setting) {
    Gates gates = fit(setting, ALL);
    Map<String, float[][]> together = scores(setting, gates, ALL, ALL);
    for (int target : ALL) {
      scores(setting, gates, new int[] {target}, ALL)
          .forEach(
              (slot, rows) -> assertArrayEquals(together.get(slot)[target], rows[0], SMALL, slot));
    }
  }

  @ParameterizedTest
  @EnumSource
  void piecesInAnotherOrderHaveTheSameScores(Setting setting) {
    Gates gates = fit(setting, ALL);
    int[] order = {2, 0, 3, 1};
    Map<String, float[][]> straight = scores(setting, gates, ALL, ALL);
    scores(setting, gates, ALL, order)
        .forEach(
            (slot, rows) -> {
              for (int target = 0; target < rows.length; target++) {
                for (int piece = 0; piece < order.length; piece++) {
                  float expected = straight.get(slot)[target][order[piece]];
                  assertEquals(expected, rows[target][piece], SMALL, slot);
                }
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void aPieceThatIsOfferedAloneHasAFiniteScore(Setting setting) {
    scores(setting, fit(setting, ALL), ALL, new int[] {3})
        .forEach(
            (slot, rows) -> {
              for (float[] row : rows) {
                finite(row, slot);
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void aTargetWithASharersOwnHistoryScoresThatSharerBest(Setting setting) {
    assumeTrue(recognizes(), "it does not claim to");
    scores(setting, fit(setting, ALL), ALL, ALL)
        .forEach(
            (slot, rows) -> {
              for (int target = 0; target < rows.length; target++) {
                for (int piece = 0; piece < rows.length; piece++) {
                  assertTrue(
                      piece == target || rows[target][target] > rows[target][piece],
                      "%s: target %d scores sharer %d best".formatted(slot, target, piece));
                }
              }
            });
  }
}
