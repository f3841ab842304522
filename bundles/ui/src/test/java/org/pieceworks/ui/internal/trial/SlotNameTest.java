package org.pieceworks.ui.internal.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlotNameTest {

  @Test
  void aModuleOfALayerHasBothNames() {
    SlotName name = SlotName.of("layers.12.q_proj");
    assertEquals(12, name.layer());
    assertEquals("q_proj", name.module());
    assertEquals("12 q_proj", name.words());
  }

  @Test
  void aPartOfAModuleKeepsItsPart() {
    assertEquals("3 o_proj.rank.2", SlotName.of("layers.3.o_proj.rank.2").words());
  }

  @Test
  void aWholeLayerHasNoModule() {
    assertEquals("4", SlotName.of("layers.4").words());
  }

  @Test
  void whatIsNoLayerKeepsItsKey() {
    assertEquals(-1, SlotName.of("whole").layer());
    assertEquals("whole", SlotName.of("whole").words());
    assertEquals("layers.x", SlotName.of("layers.x").words());
  }
}
