package org.pieceworks.ui.internal.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void theLargestUnitThatLeavesOneIsTaken() {
    assertEquals("727 bytes", Bytes.of(727));
    assertEquals("65.5 kB", Bytes.of(65_536));
    assertEquals("1.0 MB", Bytes.of(1_000_000));
  }
}
