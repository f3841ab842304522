package org.pieceworks.ui.internal.view.editor.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.internal.view.editor.sweep.SweepAxes.Axis;
import org.pieceworks.ui.internal.view.editor.yaml.NotEditable;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

class SweepEditsTest {

  private static final String NONE = "dataset: x\n";
  private static final String ONE = NONE + "sweep:\n  - {sharers.count: [5, 10]}\n";
  private static final String APART = ONE + "  - {pool.sharing-ratio: [0.1, 1]}\n";
  private static final String TOGETHER =
      NONE + "sweep:\n  - {sharers.count: [5, 10], pool.sharing-ratio: [0.1, 1]}\n";

  private final SweepEdits edits = new SweepEdits(List.of("dataset", "sweep"));

  private static SweepAxes axes(String text) {
    return SweepAxes.of(YamlText.parse(text).orElseThrow());
  }

  private static Axis axis(String text, int index) {
    return axes(text).axes().get(index);
  }

  @Test
  void firstAxisMakesTheSweep() {
    assertEquals(ONE, edits.add(NONE, "sharers.count", "5, 10", true));
    assertEquals(ONE, edits.add(NONE + "sweep:\n", "sharers.count", "5, 10", false));
  }

  @Test
  void furtherAxisStandsInTheSameBlockOrItsOwn() {
    assertEquals(APART, edits.add(ONE, "pool.sharing-ratio", "0.1, 1", false));
    assertEquals(TOGETHER, edits.add(ONE, "pool.sharing-ratio", "0.1, 1", true));
    assertEquals(
        "sweep:\n  - {a.b: [1]}\n  - {c: [2]}\n",
        edits.add("sweep: {a.b: [1]}\n", "c", "2", false));
    assertEquals("sweep: {a.b: [1], c: [2]}\n", edits.add("sweep: {a.b: [1]}\n", "c", "2", true));
  }

  @Test
  void axesAreArrangedAnew() {
    assertEquals(TOGETHER, edits.arrange(APART, true));
    assertEquals(APART, edits.arrange(TOGETHER, false));
    assertThrows(
        NotEditable.class,
        () -> edits.arrange("sweep:\n  - a:\n      x: {b: 1}\n  - {c: [1]}\n", true));
  }

  @Test
  void valuesAreReplacedAndAxesRemoved() {
    assertEquals(ONE.replace("5, 10", "5, 20"), edits.set(ONE, axis(ONE, 0), "5, 20"));
    assertEquals(NONE, edits.remove(ONE, axis(ONE, 0)));
    assertEquals(NONE, edits.set(ONE, axis(ONE, 0), ""));
    assertEquals(ONE, edits.remove(APART, axis(APART, 1)));
    assertEquals(ONE, edits.remove(TOGETHER, axis(TOGETHER, 1)));
  }

  @Test
  void axesAreReadWithTheirValues() {
    SweepAxes apart = axes(APART);
    assertTrue(apart.apart());
    assertFalse(apart.together());
    assertEquals("2 + 2", apart.sum());
    assertTrue(axes(TOGETHER).together());
    assertEquals("2 \u00d7 2", axes(TOGETHER).product());
    Axis gating =
        axis("sweep:\n  - gating:\n      - prototype\n      - {use: sigmoid, rate: 1}\n", 0);
    assertEquals("prototype, {use: sigmoid, rate: 1}", gating.shown());
    Axis variants = axis("sweep: [{size: {few: {a.b: 1}, many: {a.b: 2}}}]", 0);
    assertEquals("few, many", variants.shown());
    assertFalse(variants.editable());
    assertEquals(0, axes(NONE).axes().size());
  }
}
