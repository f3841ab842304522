package org.pieceworks.ui.internal.view.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.ProblemsFound;
import org.pieceworks.ui.event.ProblemsFound.Problem;

class ProblemModelTest {

  private static final Path A = Path.of("/x/a.yaml");
  private static final Path B = Path.of("/x/b.yaml");

  private final ProblemModel model = new ProblemModel(Texts.of(ProblemModel.class));

  @Test
  void problemsOfAllFilesAreListedUntilTheyAreTakenBack() {
    model.show(new ProblemsFound(B, List.of(new Problem(3, "b.yaml:3: gating: found x"))));
    model.show(new ProblemsFound(A, List.of(new Problem(0, "a.yaml: seeds: found none"))));
    assertEquals(2, model.getRowCount());
    assertEquals("a.yaml", model.getValueAt(0, 0));
    assertEquals("", model.getValueAt(0, 1));
    assertEquals("seeds: found none", model.getValueAt(0, 2));
    assertEquals("3", model.getValueAt(1, 1));
    assertEquals("gating: found x", model.getValueAt(1, 2));
    assertEquals("Problem", model.getColumnName(2));
    model.show(new ProblemsFound(A, List.of()));
    assertEquals(1, model.getRowCount());
    assertEquals(B, model.row(0).file());
  }

  @Test
  void rowThatWasLookedAtIsFoundAgainAfterAChange() {
    model.show(new ProblemsFound(B, List.of(new Problem(3, "b.yaml:3: gating: found x"))));
    ProblemModel.Row looked = model.row(0);
    model.show(new ProblemsFound(A, List.of(new Problem(0, "a.yaml: seeds: found none"))));
    assertEquals(1, model.like(looked));
    model.show(new ProblemsFound(B, List.of(new Problem(3, "b.yaml:3: gating: found xy"))));
    assertEquals(1, model.like(looked));
    model.show(new ProblemsFound(B, List.of()));
    assertEquals(0, model.like(looked));
    assertEquals(0, model.like(null));
  }
}
