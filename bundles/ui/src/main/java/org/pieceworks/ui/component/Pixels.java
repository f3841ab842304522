package org.pieceworks.ui.component;

import com.formdev.flatlaf.util.UIScale;

/** Lengths on the screen at the size that everything has at present. */
public final class Pixels {

  private Pixels() {}

  /** What a length at the usual size is now; letters grow, and so must what holds them. */
  public static int scaled(int length) {
    return UIScale.scale(length);
  }
}
