package org.pieceworks.ui.internal.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final Rows ROWS =
      new Rows(List.of("a", "b"), List.of(List.of("1", "x, y"), List.of("say \"no\"", "")));

  @Test
  void csvQuotesWhatWouldBeMisread() {
    assertEquals("a,b\n1,\"x, y\"\n\"say \"\"no\"\"\",\n", ROWS.csv());
  }

  @Test
  void textIsSeparatedByTabs() {
    assertEquals("a\tb\n1\tx, y\nsay \"no\"\t\n", ROWS.tabbed());
  }
}
