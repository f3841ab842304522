package org.pieceworks.gating.arrow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.gating.Rows;
import org.pieceworks.lib.djl.Djl;

class ArrowGatingTest {

  private static final Site QUERY = new Site(0, "q_proj");
  private static final Site VALUE = new Site(0, "v_proj");
  private static final Site DOWN = new Site(0, "down_proj");
  private static final AdapterForm.Factors NAMES = new AdapterForm.Factors("A", "B", 2);

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private float[] score(NDArray gates, float[]... activations) {
    return new ArrowGating()
        .score(
            gates,
            Rows.target(manager, activations),
            Rows.scoring((int) gates.getShape().get(0)),
            new NoOptions())
        .toFloatArray();
  }

  @Test
  void oppositeActivationsDoNotCancel() {
    NDArray gates = Rows.matrix(manager, new float[] {.5f, -.5f, .5f, -.5f});
    float[] along = {1, -1, 1, -1};
    float[] against = {-1, 1, -1, 1};
    assertArrayEquals(new float[] {2}, score(gates, along), 1e-3f);
    assertArrayEquals(new float[] {2}, score(gates, along, against), 1e-3f);
  }

  @Test
  void aPieceThatChangesWhatComesInScoresAboveOneThatDoesNot() {
    NDArray gates =
        Rows.matrix(
            manager, new float[] {.5f, -.5f, .5f, -.5f}, new float[] {.5f, .5f, -.5f, -.5f});
    assertArrayEquals(new float[] {2, 0}, score(gates, new float[] {1, -1, 1, -1}), 1e-3f);
  }

  private Map<String, NDArray> lowRank(int in) {
    return Map.of("A", manager.ones(new Shape(1, 2, in)), "B", manager.ones(new Shape(1, 3, 2)));
  }

  private Slot slot() {
    return new Slot("layers.0", new SiteShape(QUERY, 4, 4), List.of(QUERY, DOWN, VALUE));
  }

  @Test
  void theGateSitesOwnFactorsComeFirst() {
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    tensors.put(VALUE, lowRank(4));
    tensors.put(QUERY, lowRank(4));
    assertSame(
        tensors.get(QUERY).get("A"),
        ArrowGating.factors(slot(), new Bank(tensors), NAMES).get("A"));
  }

  @Test
  void otherwiseThoseOfTheFirstSiteThatReadsTheSame() {
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    tensors.put(QUERY, Map.of("scale", manager.ones(new Shape(1, 4))));
    tensors.put(DOWN, lowRank(8));
    tensors.put(VALUE, lowRank(4));
    assertSame(
        tensors.get(VALUE).get("A"),
        ArrowGating.factors(slot(), new Bank(tensors), NAMES).get("A"));
  }

  @Test
  void aSlotWithoutFactorsSaysSo() {
    Bank bank = new Bank(Map.of(DOWN, lowRank(8)));
    BadInputException error =
        assertThrows(BadInputException.class, () -> ArrowGating.factors(slot(), bank, NAMES));
    assertTrue(error.getMessage().contains("slot layers.0"), error.getMessage());
    assertTrue(error.getMessage().contains("4 inputs"), error.getMessage());
  }
}
