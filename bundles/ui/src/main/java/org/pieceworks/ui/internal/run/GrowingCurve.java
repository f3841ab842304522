package org.pieceworks.ui.internal.run;

import java.util.Arrays;
import org.pieceworks.ui.run.QueuedRun.Curve;

/**
 * A measure step by step. However long it grows, it holds a bounded number of points: where they
 * become too many, neighbours are averaged and later points stand for more steps each.
 */
final class GrowingCurve {

  private static final int MOST = 1024;

  private final String stage;
  private final String what;
  private final double[] points = new double[MOST];
  private int count;
  private int stride = 1;
  private double sum;
  private int summed;

  GrowingCurve(String stage, String what) {
    this.stage = stage;
    this.what = what;
  }

  void add(double value) {
    sum += value;
    if (++summed < stride) {
      return;
    }
    points[count++] = sum / summed;
    sum = 0;
    summed = 0;
    if (count == MOST) {
      halve();
    }
  }

  private void halve() {
    for (int i = 0; i < MOST / 2; i++) {
      points[i] = (points[2 * i] + points[2 * i + 1]) / 2;
    }
    count = MOST / 2;
    stride *= 2;
  }

  Curve now() {
    return new Curve(stage, what, stride, Arrays.copyOf(points, count));
  }
}
