package org.pieceworks.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pieceworks.ui.run.QueuedRun.Curve;

class GrowingCurveTest {

  @Test
  void aShortCurveIsWhatWasMeasured() {
    GrowingCurve curve = new GrowingCurve("adapters", "loss");
    curve.add(3);
    curve.add(2);
    assertArrayEquals(new double[] {3, 2}, curve.now().points());
    assertEquals(1, curve.now().stride());
  }

  @Test
  void aLongOneKeepsItsShapeInBoundedSpace() {
    GrowingCurve curve = new GrowingCurve("adapters", "loss");
    int steps = 100_000;
    for (int step = 0; step < steps; step++) {
      curve.add(step);
    }
    Curve now = curve.now();
    assertTrue(now.points().length <= 1024);
    for (int i = 0; i < now.points().length; i++) {
      double middle = i * (double) now.stride() + (now.stride() - 1) / 2.0;
      assertEquals(middle, now.points()[i], 1e-6);
    }
  }
}
