package org.pieceworks.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ChartLookTest {

  private static final ChartLook DARK =
      new ChartLook(new Color(0x2B2D30), Color.WHITE, Color.GRAY, Color.DARK_GRAY);

  @Test
  void onPaperColoursStayAsTheyAre() {
    assertEquals(Color.BLACK, ChartLook.PRINT.readable(Color.BLACK));
    assertEquals(new Color(0x0072B2), ChartLook.PRINT.readable(new Color(0x0072B2)));
  }

  @Test
  void onADarkGroundBlackIsWhiteAndBlueIsLighter() {
    assertTrue(DARK.dark());
    assertEquals(Color.WHITE, DARK.readable(Color.BLACK));
    assertTrue(DARK.readable(new Color(0x0072B2)).getGreen() > 0x72);
  }
}
