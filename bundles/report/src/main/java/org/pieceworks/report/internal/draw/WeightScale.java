package org.pieceworks.report.internal.draw;

import java.awt.Color;
import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/**
 * From near white over blue to near black: darker is more, also in grey print. On a dark ground
 * lighter is more.
 */
final class WeightScale implements PaintScale {

  private static final Color[] STOPS = {
    new Color(0xEA, 0xF3, 0xFA),
    new Color(0x9F, 0xCB, 0xE8),
    new Color(0x3E, 0x95, 0xCB),
    new Color(0x00, 0x5F, 0x9E),
    new Color(0x08, 0x26, 0x4A)
  };

  private final double upper;
  private final boolean dark;

  WeightScale(double upper, boolean dark) {
    this.upper = upper;
    this.dark = dark;
  }

  @Override
  public double getLowerBound() {
    return 0;
  }

  @Override
  public double getUpperBound() {
    return upper;
  }

  @Override
  public Paint getPaint(double value) {
    double share = Math.max(0, Math.min(1, value / upper));
    double at = dark ? (1 - share) * (STOPS.length - 2) : share * (STOPS.length - 1);
    int stop = Math.min(STOPS.length - 2, (int) at);
    double part = at - stop;
    return new Color(
        mix(STOPS[stop].getRed(), STOPS[stop + 1].getRed(), part),
        mix(STOPS[stop].getGreen(), STOPS[stop + 1].getGreen(), part),
        mix(STOPS[stop].getBlue(), STOPS[stop + 1].getBlue(), part));
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
