package org.pieceworks.gating;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.gating.prototype.PrototypeOptions;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.gating.sigmoid.SigmoidOptions;
import org.pieceworks.gating.sigmoid.SigmoidOptions.Start;
import org.pieceworks.lib.djl.Djl;

/** Scores with and without what all sharers have in common. */
class CentringTest {

  /** Much that all share, first, and a little that tells two kinds apart, last. */
  private static final float[] ONE = {3, -3, 1, -1};

  private static final float[] OTHER = {3, -3, -1, 1};
  private static final float[] BETWEEN = {3, -3, 0, 0};

  private NDManager manager;
  private NDArray means;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
    means = SlotActivations.normalize(Rows.matrix(manager, ONE, OTHER));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private float[] prototype(boolean centring, float[]... activations) {
    return new PrototypeGating()
        .score(
            means,
            Rows.target(manager, activations),
            Rows.scoring(2),
            new PrototypeOptions(true, centring))
        .toFloatArray();
  }

  private float[] sigmoid(NDArray gates, Start start, boolean centring, float[]... activations) {
    return new SigmoidGating()
        .score(
            gates,
            Rows.target(manager, activations),
            Rows.scoring((int) gates.getShape().get(0)),
            new SigmoidOptions(1, 0, 1, 1, 1, 1, start, centring))
        .toFloatArray();
  }

  @Test
  void withoutItBothPrototypesSuitEverybody() {
    float[] scores = prototype(false, ONE);
    assertEquals(2, scores[0], 1e-3, "the root of the width");
    assertTrue(scores[1] > 1.5, "the other is nearly as good");
  }

  @Test
  void withItPrototypesOfTwoKindsAreOpposites() {
    float[] scores = prototype(true, ONE);
    assertTrue(scores[0] > .5, "the own kind");
    assertEquals(-scores[0], scores[1], 1e-4);
  }

  @Test
  void aTargetAmidTheSharersScoresNothing() {
    assertArrayEquals(new float[2], prototype(true, ONE, OTHER), 1e-5f);
  }

  @Test
  void theCentreIsTheMeanOfTheOfferedPieces() {
    float[] three =
        new PrototypeGating()
            .score(
                SlotActivations.normalize(Rows.matrix(manager, ONE, OTHER, OTHER)),
                Rows.target(manager, ONE),
                Rows.scoring(3),
                new PrototypeOptions(true, true))
            .toFloatArray();
    assertEquals(prototype(true, ONE)[0] * 4 / 3, three[0], 1e-3, "it is further away");
  }

  @Test
  void aTrainedGateReadsOnlyWhatIsLeftOfTheActivations() {
    NDArray directions = Rows.matrix(manager, BETWEEN, ONE);
    float[] plain = sigmoid(directions, Start.ZERO, false, ONE);
    NDArray gates = NDArrays.concat(new NDList(directions, means), 1); // [pieces, 2 * in]
    float[] centred = sigmoid(gates, Start.ZERO, true, ONE);
    assertTrue(plain[0] > 1.5, "the common direction is everybody's");
    assertEquals(0, centred[0], 1e-4, "and says nothing of anybody");
    assertTrue(centred[1] > .05);
  }

  @Test
  void aGateThatStayedWhereItStartedScoresAsAPrototype() {
    NDArray started = means.div(2); // over the root of the width
    assertArrayEquals(prototype(false, ONE), sigmoid(started, Start.PROTOTYPE, false, ONE), 1e-3f);
    assertArrayEquals(
        prototype(true, ONE),
        sigmoid(NDArrays.concat(new NDList(started, means), 1), Start.PROTOTYPE, true, ONE),
        1e-3f);
  }
}
