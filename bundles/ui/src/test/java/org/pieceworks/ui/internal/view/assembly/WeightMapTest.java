package org.pieceworks.ui.internal.view.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.ui.internal.trial.SlotName;

class WeightMapTest {

  private static WeightMap map() {
    Map<String, List<WeightedPiece>> pieces = new LinkedHashMap<>();
    pieces.put(
        "layers.0.q_proj", List.of(new WeightedPiece(7, 0.75f), new WeightedPiece(3, 0.25f)));
    pieces.put("layers.0.v_proj", List.of(new WeightedPiece(8, 0.5f), new WeightedPiece(9, 0.25f)));
    Assembly assembly = new Assembly("pool", MergeForm.PRODUCT, pieces);
    return WeightMap.of(ChosenPiece.of(assembly, Map.of(3, "ann", 7, "bob", 8, "bob", 9, "bob")));
  }

  @Test
  void theMostUsedSharerComesFirst() {
    assertEquals(List.of("bob", "ann"), map().sharers());
  }

  @Test
  void slotsStayInForwardOrder() {
    assertEquals(
        List.of("0 q_proj", "0 v_proj"), map().slots().stream().map(SlotName::words).toList());
  }

  @Test
  void severalPiecesOfOneSharerAddUp() {
    assertArrayEquals(new float[] {0.75f, 0.25f}, map().cells()[0]);
    assertEquals(0.75f, map().cells()[1][0]);
    assertTrue(Float.isNaN(map().cells()[1][1]), "nothing of ann's");
    assertEquals(0.75f, map().most());
  }

  @Test
  void aPieceWithoutAKnownSharerGoesByItsNumber() {
    Assembly assembly =
        new Assembly(
            "pool", MergeForm.PRODUCT, Map.of("layers.0", List.of(new WeightedPiece(5, 1))));
    assertEquals("piece 5", ChosenPiece.of(assembly, Map.of()).get(0).sharer());
  }

  @Test
  void ofNothingThereIsNoMap() {
    assertEquals(List.of(), WeightMap.of(List.of()).slots());
    assertEquals(0, WeightMap.EMPTY.most());
  }
}
