package org.pieceworks.ui.internal.trial;

import java.util.Locale;

/** Sizes as people read them. */
public final class Bytes {

  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
  private static final int STEP = 1000;

  private Bytes() {}

  /** In the largest unit that leaves at least one: {@code 3.4 MB}. */
  public static String of(double bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= STEP && unit < UNITS.length - 1) {
      left /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", left, UNITS[unit]);
  }
}
