package org.pieceworks.ui.internal.view.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.internal.view.console.Spool.Kind;
import org.pieceworks.ui.internal.view.console.Spool.Piece;

/** What is entered, completed, remembered and shown. */
class ConsoleTextTest {

  private static final List<String> COMMANDS =
      List.of("pieceworks:plugins", "pieceworks:pool", "pieceworks:run", "felix:lb");

  @Test
  void nameIsCompletedAsFarAsItIsCertain() {
    Completion two = Completion.of("p", 1, COMMANDS);
    assertEquals(List.of("pieceworks:", "plugins", "pool"), two.names());
    assertEquals("p", two.line());
    Completion one = Completion.of("pl", 2, COMMANDS);
    assertEquals(new Completion("plugins ", 8, List.of()), one);
    assertEquals("pieceworks:", Completion.of("pi", 2, COMMANDS).line().strip());
    Completion scoped = Completion.of("pieceworks:p", 12, COMMANDS);
    assertEquals(List.of("pieceworks:plugins", "pieceworks:pool"), scoped.names());
  }

  @Test
  void onlyNamesAreCompleted() {
    Completion argument = Completion.of("run pl", 6, COMMANDS);
    assertEquals(new Completion("run pl", 6, List.of()), argument);
    assertEquals("lb | run ", Completion.of("lb | ru", 7, COMMANDS).line());
    assertEquals("none", Completion.of("none", 4, COMMANDS).line());
  }

  @Test
  void historyIsWalkedBackAndForth() {
    History history = new History("one\ntwo\n");
    history.add("three");
    history.add("three");
    assertEquals("three", history.back("begun"));
    assertEquals("two", history.back("three"));
    assertEquals("one", history.back("two"));
    assertEquals("one", history.back("one"));
    assertEquals("two", history.forth("one"));
    assertEquals("three", history.forth("two"));
    assertEquals("begun", history.forth("three"));
    assertEquals("begun", history.forth("begun"));
    assertEquals("one\ntwo\nthree", history.kept());
  }

  @Test
  void returnBeginsTheLineAnew() {
    assertEquals(new Overwriting(0, "done\n"), Overwriting.of("", "done\r\n"));
    assertEquals(new Overwriting(4, "60 %"), Overwriting.of("50 %", "\r\u001b[K60 %"));
    assertEquals(new Overwriting(0, "a\nc"), Overwriting.of("", "a\nb\rc"));
    assertEquals(new Overwriting(0, "red"), Overwriting.of("x", "\u001b[31mred\u001b[0m"));
  }

  @Test
  void charactersArriveWholeHoweverTheirBytesCome() throws IOException {
    Spool spool = new Spool();
    try (OutputStream stream = spool.stream(Kind.OUTPUT)) {
      for (byte one : "Grüße €".getBytes(StandardCharsets.UTF_8)) {
        stream.write(one);
      }
    }
    assertEquals(Optional.of(new Piece(Kind.OUTPUT, "Grüße €")), spool.take(100));
  }

  @Test
  void spoolIsTakenByKindAndInParts() {
    Spool spool = new Spool();
    spool.add(Kind.OUTPUT, "ab");
    spool.add(Kind.OUTPUT, "cd");
    spool.add(Kind.ERROR, "efgh");
    assertEquals(Optional.of(new Piece(Kind.OUTPUT, "abcd")), spool.take(10));
    assertEquals(Optional.of(new Piece(Kind.ERROR, "efg")), spool.take(3));
    assertEquals(Optional.of(new Piece(Kind.ERROR, "h")), spool.take(3));
    assertEquals(Optional.empty(), spool.take(3));
  }

  @Test
  void spoolForgetsTheOldestWhereNobodyKeepsUp() {
    Spool spool = new Spool();
    String thousand = "x".repeat(1000);
    for (int i = 0; i < 1000; i++) {
      spool.add(i == 0 ? Kind.ERROR : Kind.OUTPUT, thousand);
    }
    Piece rest = spool.take(Integer.MAX_VALUE).orElseThrow();
    assertEquals(Kind.OUTPUT, rest.kind());
    assertTrue(rest.text().length() <= Spool.MOST, "keeps " + rest.text().length());
  }
}
