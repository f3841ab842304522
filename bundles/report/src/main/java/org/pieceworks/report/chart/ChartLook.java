package org.pieceworks.report.chart;

import java.awt.Color;

/**
 * The colours around the data.
 *
 * @param ground behind everything
 * @param ink of texts and whiskers
 * @param axis of axes and their ticks
 * @param grid of lines behind the data
 */
public record ChartLook(Color ground, Color ink, Color axis, Color grid) {

  /** On white, for paper and reports. */
  public static final ChartLook PRINT =
      new ChartLook(
          Color.WHITE,
          new Color(0x22, 0x22, 0x22),
          new Color(0x77, 0x77, 0x77),
          new Color(0xE2, 0xE2, 0xE2));

  private static final double HALF = 0.5;
  private static final double LEAST_CONTRAST = 3.5;
  private static final double STEP = 0.1;

  /** Whether light stands on dark. */
  public boolean dark() {
    return luminance(ground) < HALF;
  }

  /** A data colour as it can be told from a dark ground: greys turn over, others are lightened. */
  public Color readable(Color color) {
    if (!dark()) {
      return color;
    }
    boolean grey = color.getRed() == color.getGreen() && color.getGreen() == color.getBlue();
    Color shown = grey ? turned(color) : color;
    while (contrast(shown) < LEAST_CONTRAST && luminance(shown) < 1) {
      shown = lighter(shown);
    }
    return shown;
  }

  private static Color turned(Color grey) {
    int value = 255 - grey.getRed();
    return new Color(value, value, value);
  }

  private static Color lighter(Color color) {
    return new Color(up(color.getRed()), up(color.getGreen()), up(color.getBlue()));
  }

  private static int up(int part) {
    return (int) Math.min(255, Math.ceil(part + (255 - part) * STEP));
  }

  private double contrast(Color color) {
    double one = luminance(color) + 0.05;
    double other = luminance(ground) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  /** Relative luminance as the Web Content Accessibility Guidelines define it. */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
