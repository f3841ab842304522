package org.pieceworks.ui.internal.view.editor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaretPlaceTest {

  /** Texts whose caret is shown as a bar, with path, whether a value stands there, and prefix. */
  static List<Arguments> places() {
    return List.of(
        Arguments.of("|", "", false, ""),
        Arguments.of("ga|", "", false, "ga"),
        Arguments.of("gating: |", "gating", true, ""),
        Arguments.of("gating: pro|", "gating", true, "pro"),
        Arguments.of("gating: {u|", "gating", false, "u"),
        Arguments.of("gating: {use: si|, rate: 1}", "gating/use", true, "si"),
        Arguments.of("gating: {use: sigmoid, |", "gating", false, ""),
        Arguments.of("dataset:\n  use: personas\n\n  ta|", "dataset", false, "ta"),
        Arguments.of("dataset:\n  use: personas\n|", "", false, ""),
        Arguments.of("dataset:\n  |", "dataset", false, ""),
        Arguments.of("adaptation:\n  training:\n    ra|", "adaptation/training", false, "ra"),
        Arguments.of("adaptation:\n  training: {}\n  pe|", "adaptation", false, "pe"),
        Arguments.of("methods: [oppu, pe|", "methods", true, "pe"),
        Arguments.of("methods:\n  - op|", "methods", true, "op"),
        Arguments.of("sweep:\n  - {gating: [pro|", "sweep/gating", true, "pro"),
        Arguments.of("sweep:\n  - gating: [a]\n    sh|", "sweep", false, "sh"),
        Arguments.of("sweep:\n  - {a: [1]}\n  - {sh|", "sweep", false, "sh"),
        Arguments.of("split: {base: 1,\n  ca|", "split", false, "ca"),
        Arguments.of("name: x # co|", "name", true, "#"),
        Arguments.of("question: >-\n  why: |", "question", true, "#"),
        Arguments.of("question: >-\n  why: x\nga|", "", false, "ga"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void caretIsPlaced(String text, String path, boolean value, String prefix) {
    int caret = text.indexOf('|', text.startsWith("question: >-\n  why: |") ? 15 : 0);
    CaretPlace place = CaretPlace.of(text.replace("|", ""), caret);
    assertEquals(
        new CaretPlace(path.isEmpty() ? List.of() : List.of(path.split("/")), value, prefix),
        place);
  }
}
