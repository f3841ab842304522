package org.pieceworks.ui.internal.view.editor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlEditsTest {

  private static final List<String> ORDER =
      List.of("name", "seeds", "dataset", "split", "peft", "sharers", "gating", "sweep");

  private static final String FILE =
      """
      # The head.

      # Text: a name.
      name: first # kept
      question: >-
        Is it
        true?

      dataset:
        use: personas
        # A comment within.
        tie: 0.5

      split: {base: 100, candidates: 40} # who is who
      gating: prototype
      methods:
        - per-pcs
        # one more
        - oppu
      # The end.
      """;

  private static String set(String text, String path, String value) {
    return YamlEdits.set(text, List.of(path.split("\\.")), value, ORDER);
  }

  private static String remove(String text, String path) {
    return YamlEdits.remove(text, List.of(path.split("\\.")));
  }

  private static void assertReplaced(String from, String to, String changed) {
    assertEquals(FILE.replace(from, to), changed);
  }

  @Test
  void valueIsReplacedAndItsCommentStays() {
    assertReplaced("name: first", "name: second", set(FILE, "name", "second"));
    assertReplaced("tie: 0.5", "tie: 1", set(FILE, "dataset.tie", "1"));
    assertReplaced("base: 100", "base: 7", set(FILE, "split.base", "7"));
  }

  @Test
  void foldedTextIsReplacedAsAWhole() {
    assertReplaced(">-\n  Is it\n  true?", "Why?", set(FILE, "question", "Why?"));
  }

  @Test
  void barePluginNameTakesOptions() {
    assertReplaced(
        "gating: prototype",
        "gating: {use: prototype, centring: true}",
        set(FILE, "gating.centring", "true"));
    assertReplaced("gating: prototype", "gating: sigmoid", set(FILE, "gating.use", "sigmoid"));
  }

  @Test
  void newKeyGoesBehindThoseBeforeItInOrder() {
    assertReplaced("tie: 0.5\n", "tie: 0.5\n  users: 9\n", set(FILE, "dataset.users", "9"));
    assertReplaced(
        "candidates: 40}", "candidates: 40, targets: 3}", set(FILE, "split.targets", "3"));
    assertReplaced("who is who\n", "who is who\npeft: {rank: 4}\n", set(FILE, "peft.rank", "4"));
    assertEquals(
        "dataset: x\nsharers: {count: 5}\nsweep: {}\n",
        set("dataset: x\nsweep: {}\n", "sharers.count", "5"));
    assertEquals("# c\nname: n\ndataset: x\n", set("# c\ndataset: x\n", "name", "n"));
  }

  @Test
  void keyWithoutValueGetsOne() {
    assertEquals("dataset: x # why\n", set("dataset: # why\n", "dataset", "x"));
    assertEquals("split: {base: 5}\n", set("split:\n", "split.base", "5"));
  }

  @Test
  void emptyTextGetsItsFirstKey() {
    assertEquals("dataset: x\n", set("", "dataset", "x"));
    assertEquals("# only this\nsplit: {base: 5}\n", set("# only this", "split.base", "5"));
  }

  @Test
  void removedKeyTakesItsLineOrItsPlaceInBraces() {
    assertReplaced("  tie: 0.5\n", "", remove(FILE, "dataset.tie"));
    assertReplaced("base: 100, ", "", remove(FILE, "split.base"));
    assertReplaced(", candidates: 40", "", remove(FILE, "split.candidates"));
    assertReplaced("gating: prototype\n", "", remove(FILE, "gating"));
    assertReplaced("gating: prototype\n", "", remove(FILE, "gating.use"));
    assertReplaced("methods:\n  - per-pcs\n  # one more\n  - oppu\n", "", remove(FILE, "methods"));
    assertEquals(FILE, remove(FILE, "sharers.count"));
  }

  @Test
  void mapGoesWithItsLastKey() {
    assertEquals("a: 1\nc: 2\n", remove("a: 1\nb: {x: 5}\nc: 2\n", "b.x"));
    assertEquals("a: 1\nc: 2\n", remove("a: 1\nb:\n  x: {y: 5}\nc: 2\n", "b.x.y"));
  }

  @Test
  void blockIsReplacedByAValueOnItsKeysLine() {
    assertReplaced(
        "dataset:\n  use: personas\n  # A comment within.\n  tie: 0.5\n",
        "dataset: other\n",
        set(FILE, "dataset", "other"));
    assertEquals("peft: lora # why\n", set("peft: # why\n  use: ia3\n", "peft", "lora"));
  }

  @Test
  void listsAreEditedByIndex() {
    assertReplaced("- oppu", "- ceiling", set(FILE, "methods.1", "ceiling"));
    assertReplaced("  - per-pcs\n", "", remove(FILE, "methods.0"));
    assertReplaced(
        "- oppu\n",
        "- oppu\n  - user-prior\n",
        YamlEdits.append(FILE, List.of("methods"), "user-prior"));
    String flow = "sweep: [{a: [1]}, {b: [2, 3]}]\n";
    assertEquals("sweep: [{a: [1]}]\n", remove(flow, "sweep.1"));
    assertEquals("sweep: [{b: [2, 3]}]\n", remove(flow, "sweep.0"));
    assertEquals(
        "sweep: [{a: [1]}, {b: [2, 3]}, {}]\n", YamlEdits.append(flow, List.of("sweep"), "{}"));
    String block = "sweep:\n  - a: [1]\n    b: [2]\n  - c: [3] # three\n";
    assertEquals("sweep:\n  - b: [2]\n  - c: [3] # three\n", remove(block, "sweep.0.a"));
    assertEquals("sweep:\n  - a: [1]\n    b: [2]\n", remove(block, "sweep.1.c"));
    assertEquals(
        "sweep:\n  - a: [1]\n    b: [2]\n  - c: [4, 5] # three\n",
        set(block, "sweep.1.c", "[4, 5]"));
  }

  @Test
  void blockValueGetsItsOwnLines() {
    assertEquals("name: n\nsweep:\n  - {a: [1]}\n", set("name: n\n", "sweep", "\n  - {a: [1]}"));
    assertEquals("sweep:\n  - {b: [1]}\n", set("sweep: {a: [1]}\n", "sweep", "\n  - {b: [1]}"));
    assertEquals(
        "sweep: # all\n  - {b: [1]}\nz: 1\n",
        set("sweep: # all\n  - {a: [1]}\n  - {c: [1]}\nz: 1\n", "sweep", "\n  - {b: [1]}"));
  }

  @Test
  void charactersBeyondTheBasicPlaneMoveNothing() {
    assertEquals("a: \uD83D\uDE00 # x\nb: 2\n", set("a: \uD83D\uDE00 # x\nb: 1\n", "b", "2"));
  }

  @Test
  void aliasesAndWhatIsNoYamlAreLeftToTheirWriter() {
    assertThrows(NotEditable.class, () -> set("a: &x {b: 1}\nc: *x\n", "c.b", "2"));
    assertEquals("a: &x {b: 1}\nc: 5\n", set("a: &x {b: 1}\nc: *x\n", "c", "5"));
    assertThrows(NotEditable.class, () -> set("a: [", "a", "1"));
  }
}
