package org.pieceworks.ui.internal.view.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.ProblemsFound.Problem;
import org.pieceworks.ui.internal.view.editor.check.Checked;
import org.pieceworks.ui.internal.view.editor.check.TimeEstimate;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

class EditorFilesTest {

  @TempDir Path folder;

  private final HeadWords words = new HeadWords(Texts.of(HeadWords.class));

  @Test
  void endsOfLinesAreWrittenAsTheyWereRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a: 1\r\nb: 2\r\n");
    TextFile read = TextFile.read(file);
    assertEquals("a: 1\nb: 2\n", read.text());
    read.with("a: 1\nc: 3\n").write(file);
    assertEquals("a: 1\r\nc: 3\r\n", Files.readString(file));
    assertThrows(BadInputException.class, () -> TextFile.read(folder.resolve("none.yaml")));
  }

  @Test
  void unsavedTextIsKeptUntilItIsForgotten() {
    Recovery recovery = new Recovery(folder.resolve("recovered"));
    Path file = folder.resolve("a.yaml");
    assertEquals(List.of(), recovery.files());
    recovery.keep(file, "a: 1\n# x\n");
    recovery.keep(folder.resolve("b.yaml"), "");
    assertEquals(Optional.of("a: 1\n# x\n"), recovery.text(file));
    assertEquals(2, recovery.files().size());
    recovery.forget(file);
    assertEquals(Optional.empty(), recovery.text(file));
    assertEquals(List.of(folder.resolve("b.yaml")), recovery.files());
  }

  @Test
  void filesOfOneNameAreToldApartByTheirFolders() {
    Path a = Path.of("/x/a.yaml");
    Path other = Path.of("/y/a.yaml");
    assertEquals(
        List.of("/x/a.yaml", "b.yaml", "/y/a.yaml"),
        UnsavedFiles.names(List.of(a, Path.of("/x/b.yaml"), other)));
  }

  @Test
  void templateIsYamlWithADatasetAndASweep() {
    List<String> keys = YamlText.parse(NewExperiment.template()).orElseThrow().keys();
    assertTrue(keys.containsAll(List.of("dataset", "sweep")), keys.toString());
    assertFalse(NewExperiment.template().contains("\r"));
  }

  @Test
  void headSaysHowManyTrialsThereAreAndHowLongTheyTake() {
    assertEquals(
        "7 points \u00d7 3 seeds = 21 trials, time unknown until one trial has run",
        words.of(checked(List.of(), Optional.empty())));
    assertEquals(
        "7 points \u00d7 3 seeds = 21 trials, at most 2 h 5 min",
        words.of(checked(List.of(), Optional.of(new TimeEstimate(Duration.ofMinutes(125), true)))));
    assertEquals(
        "Not ready to run: see the line below",
        words.of(checked(List.of(new Problem(1, "x")), Optional.empty())));
  }

  @Test
  void timesAreNotMorePreciseThanAnybodyBelieves() {
    assertEquals("1 s", words.words(Duration.ofMillis(20)));
    assertEquals("89 s", words.words(Duration.ofSeconds(89)));
    assertEquals("2 min", words.words(Duration.ofSeconds(100)));
    assertEquals("1 h 30 min", words.words(Duration.ofMinutes(90)));
  }

  private static Checked checked(List<Problem> problems, Optional<TimeEstimate> time) {
    return new Checked("", YamlText.parse(""), problems, 7, 3, time);
  }
}
