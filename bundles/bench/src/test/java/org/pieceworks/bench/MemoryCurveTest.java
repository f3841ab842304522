package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCurveTest {

  @Test
  void theFirstTenthMayGrow() {
    MemoryCurve curve = new MemoryCurve();
    curve.add(50, 10);
    curve.add(100, 200);
    curve.add(500, 206);
    curve.add(1000, 202);
    assertEquals(0.03, curve.drift(), 1e-12);
    assertTrue(curve.flat());
  }

  @Test
  void whatGrowsLaterIsNotFlat() {
    MemoryCurve curve = new MemoryCurve();
    for (int step = 100; step <= 1000; step += 100) {
      curve.add(step, 1000 + step / 10);
    }
    assertFalse(curve.flat());
  }

  @Test
  void keepsThePointsAsATableAndAPicture(@TempDir Path folder) throws Exception {
    MemoryCurve curve = new MemoryCurve();
    curve.add(100, 1 << 20);
    curve.add(200, 2 << 20);
    curve.writeCsv(folder.resolve("memory.csv"));
    curve.writePng(folder.resolve("memory.png"));
    assertEquals(
        "step,resident_bytes\n100,1048576\n200,2097152\n",
        Files.readString(folder.resolve("memory.csv")));
    assertNotNull(ImageIO.read(folder.resolve("memory.png").toFile()));
  }
}
