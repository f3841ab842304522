package org.pieceworks.ui.internal.view.editor.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarsTest {

  @Test
  void onlyWhatWouldReadOtherwiseIsQuoted() {
    assertEquals("0.5", Scalars.one("0.5"));
    assertEquals("true", Scalars.one("true"));
    assertEquals("Do more sharers help", Scalars.one("Do more sharers help"));
    assertEquals("\"a: b\"", Scalars.one("a: b"));
    assertEquals("\"one, two\"", Scalars.one("one, two"));
    assertEquals("\"# no\"", Scalars.one("# no"));
    assertEquals("\"null\"", Scalars.one("null"));
    assertEquals("\"\\\"so\"", Scalars.one("\"so"));
  }

  @Test
  void listsAreSplitAtTheirOwnCommas() {
    assertEquals("[5, 10, 20]", Scalars.list(" 5,10 , 20,"));
    assertEquals(
        "[prototype, {use: sigmoid, rate: 1}]", Scalars.list("prototype, {use: sigmoid, rate: 1}"));
    assertEquals("[1, 2]", Scalars.list("[1, 2]"));
    assertEquals("[]", Scalars.list(""));
    assertEquals(List.of("\"a, b\"", "c"), Scalars.split("\"a, b\", c"));
  }

  @Test
  void replacementIsTheSmallestChange() {
    assertEquals(new Replacement(2, 3, "X"), Replacement.between("a b c", "a X c"));
    assertEquals(new Replacement(1, 1, "a"), Replacement.between("ab", "aab"));
    assertEquals(new Replacement(2, 2, ""), Replacement.between("ab", "ab"));
  }
}
