package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;

class PartsTest {

  @Test
  void aPieceOfTheNameIsEnough() {
    Parts parts = new Parts(Optional.of("40 x"));
    assertTrue(parts.wants("LoRA, 40 x 6x128"));
    assertFalse(parts.wants("LoRA, 4 x 6x128"));
    assertDoesNotThrow(parts::check);
  }

  @Test
  void withoutAFilterEverythingIsWanted() {
    Parts parts = new Parts(Optional.empty());
    assertTrue(parts.wants("anything"));
    assertDoesNotThrow(parts::check);
  }

  @Test
  void aFilterThatFindsNothingNamesWhatThereIs() {
    Parts parts = new Parts(Optional.of("sixty"));
    assertFalse(parts.wants("batch 1"));
    assertFalse(parts.wants("batch 8"));
    BadInputException error = assertThrows(BadInputException.class, parts::check);
    assertEquals(
        "--only: found sixty; expected a piece of one of: batch 1; batch 8", error.getMessage());
  }
}
