package org.pieceworks.ui.internal.component;

import java.awt.Color;

/** Colours between colours. */
public final class Colours {

  private Colours() {}

  /** Part of the way from one to another, from 0 to 1. */
  public static Color mix(Color from, Color to, double part) {
    return new Color(
        mix(from.getRed(), to.getRed(), part),
        mix(from.getGreen(), to.getGreen(), part),
        mix(from.getBlue(), to.getBlue(), part));
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
