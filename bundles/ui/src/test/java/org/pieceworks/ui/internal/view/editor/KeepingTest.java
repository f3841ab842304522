package org.pieceworks.ui.internal.view.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {

  @TempDir Path folder;

  private final AtomicReference<Optional<String>> unsaved = new AtomicReference<>();
  private Recovery recovery;
  private Path file;
  private Keeping keeping;

  @BeforeEach
  void open() {
    recovery = new Recovery(folder.resolve("recovered"));
    file = folder.resolve("a.yaml");
    keeping = new Keeping(null, "Keeping a.yaml", recovery, file, unsaved::get); // no background
  }

  @Test
  void whatIsNotSavedIsKeptUntilItIsSaved() {
    unsaved.set(Optional.of("a: 1"));
    keeping.renewNow();
    assertEquals(Optional.of("a: 1"), recovery.text(file));
    unsaved.set(Optional.empty());
    keeping.renewNow();
    assertEquals(List.of(), recovery.files());
  }

  @Test
  void savingForgetsNothingThatIsTypedMeanwhile() {
    unsaved.set(Optional.of("a: 1"));
    keeping.renewNow();
    Runnable saved = keeping.forgetting();
    unsaved.set(Optional.of("a: 2"));
    keeping.renewNow();
    saved.run();
    assertEquals(Optional.of("a: 2"), recovery.text(file));
  }

  @Test
  void discardedTextDoesNotComeBack() {
    unsaved.set(Optional.of("a: 1"));
    keeping.renewNow();
    keeping.endNow();
    keeping.renewNow();
    assertEquals(List.of(), recovery.files());
  }
}
