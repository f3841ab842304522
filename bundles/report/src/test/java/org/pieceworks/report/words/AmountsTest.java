package org.pieceworks.report.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void bytesTakeTheUnitThatKeepsThemBelowAThousand() {
    assertEquals("0 B", Amounts.bytes(0));
    assertEquals("999 B", Amounts.bytes(999));
    assertEquals("1 kB", Amounts.bytes(999.6));
    assertEquals("1.16 kB", Amounts.bytes(1164));
    assertEquals("132 kB", Amounts.bytes(132_096));
    assertEquals("10 MB", Amounts.bytes(1e7));
  }

  @Test
  void secondsGoFromMicrosecondsToHours() {
    assertEquals("0 s", Amounts.seconds(0));
    assertEquals("20 µs", Amounts.seconds(20e-6));
    assertEquals("12.4 ms", Amounts.seconds(.0124));
    assertEquals("1 s", Amounts.seconds(.9999));
    assertEquals("100 s", Amounts.seconds(100));
    assertEquals("15 min", Amounts.seconds(900));
    assertEquals("2.5 h", Amounts.seconds(9000));
  }

  @Test
  void signsAreShownAndZeroHasNone() {
    assertEquals("+0.050", Amounts.signed(.05));
    assertEquals("\u22120.050", Amounts.signed(-.05));
    assertEquals("0.000", Amounts.signed(-.0001));
  }

  @Test
  void roundingDoesNotCarryAProbabilityOverTheLevel() {
    assertEquals("p < 0.001", Amounts.probability(.0005));
    assertEquals("p = 0.031", Amounts.probability(.031));
    assertEquals("p < 0.05", Amounts.probability(.0498));
    assertEquals("p = 0.050", Amounts.probability(.0501));
  }

  @Test
  void ratiosHaveADecimalBelowTen() {
    assertEquals("1.3", Amounts.times(1.25));
    assertEquals("113", Amounts.times(113.4));
  }
}
