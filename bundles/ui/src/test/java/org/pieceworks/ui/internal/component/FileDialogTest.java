package org.pieceworks.ui.internal.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileDialogTest {

  private static final List<String> YAML = List.of("yaml", "yml");

  @Test
  void namesGetTheUsualEndingOfTheirKind() {
    assertEquals(Path.of("/x/a.yaml"), FileDialog.named(Path.of("/x/a"), YAML));
    assertEquals(Path.of("/x/a.b.yaml"), FileDialog.named(Path.of("/x/a.b"), YAML));
    assertEquals(Path.of("/x/yaml.yaml"), FileDialog.named(Path.of("/x/yaml"), YAML));
  }

  @Test
  void endingsOfTheKindStay() {
    assertEquals(Path.of("/x/a.yml"), FileDialog.named(Path.of("/x/a.yml"), YAML));
    assertEquals(Path.of("/x/A.YAML"), FileDialog.named(Path.of("/x/A.YAML"), YAML));
    assertEquals(Path.of("/x/a"), FileDialog.named(Path.of("/x/a"), List.of()));
  }
}
