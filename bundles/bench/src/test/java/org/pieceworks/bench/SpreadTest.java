package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void quartilesLieBetweenTheNearestValues() {
    Spread spread = Spread.of(4, 1, 3, 2);
    assertEquals(new Spread(2.5, 1, 1.75, 3.25, 4), spread);
  }

  @Test
  void nothingHasNoSpread() {
    assertThrows(IllegalArgumentException.class, Spread::of);
  }
}
