package org.pieceworks.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.report.internal.sample.Reports;
import org.pieceworks.report.internal.sample.SampleRun;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {

  @TempDir private static Path folder;

  private static String html;
  private static Document page;

  @BeforeAll
  static void write() throws Exception {
    html = Files.readString(Reports.writer().write(SampleRun.numeric(), folder));
    page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void itIsWellFormedAndBeginsAsHtml() {
    assertTrue(html.startsWith("<!DOCTYPE html>"), html.substring(0, 40));
    assertEquals("html", page.getDocumentElement().getTagName());
  }

  @Test
  void itLoadsNothing() {
    for (String tag : List.of("script", "link", "img", "iframe", "object", "image", "use")) {
      assertEquals(List.of(), elements(tag), tag);
    }
    for (Element element : elements("*")) {
      for (String attribute : List.of("src", "xlink:href", "data", "srcset")) {
        assertFalse(element.hasAttribute(attribute), element.getTagName() + " " + attribute);
      }
    }
    for (Element style : elements("style")) {
      assertFalse(style.getTextContent().matches("(?s).*(@import|url\\().*"));
    }
    for (Element link : elements("a")) {
      assertTrue(link.getAttribute("href").matches("(#|charts/).*"), link.getAttribute("href"));
    }
  }

  @Test
  void everyLinkLeadsSomewhereAndNoIdIsTaken() {
    Set<String> ids = new HashSet<>();
    for (Element element : elements("*")) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || ids.add(id), "twice: " + id);
    }
    for (Element link : elements("a")) {
      String target = link.getAttribute("href");
      assertTrue(
          target.startsWith("#")
              ? ids.contains(target.substring(1))
              : Files.exists(folder.resolve(target)),
          target);
    }
  }

  @Test
  void tablesHaveHeadersWithScopeAndRowsOfTheirWidth() {
    assertTrue(elements("table").size() >= 8);
    elements("th").forEach(th -> assertTrue(th.getAttribute("scope").matches("col|row")));
    for (Element table : elements("table")) {
      int columns = 0;
      NodeList rows = table.getElementsByTagName("tr");
      for (int i = 0; i < rows.getLength(); i++) {
        Element row = (Element) rows.item(i);
        int cells =
            row.getElementsByTagName("th").getLength() + row.getElementsByTagName("td").getLength();
        columns = i == 0 ? cells : columns;
        assertEquals(columns, cells, table.getAttribute("id"));
      }
    }
  }

  @Test
  void chartsHaveTextForWhoCannotSeeThem() {
    assertEquals(9, elements("figure").size());
    List<Element> charts = elements("svg");
    assertEquals(9, charts.size());
    for (Element chart : charts) {
      assertEquals("img", chart.getAttribute("role"));
      Element words = (Element) chart.getElementsByTagName("desc").item(0);
      assertTrue(words.getTextContent().length() > 60, words.getTextContent());
    }
    assertTrue(html.contains("translucent bands their 95 % bootstrap intervals"));
  }

  @Test
  void itHoldsTheQuestionTheAnswerAndTheCosts() {
    for (String fact :
        List.of(
            "Does assembling pieces keep what an own adapter gains?",
            "OPPU has the best mean, ",
            "Per-Pcs goes ",
            "113 times fewer than under OPPU",
            "29 times less than training under OPPU",
            "of OPPU's gain in Accuracy")) {
      assertTrue(html.contains(fact.replace("'", "&#39;")), fact);
    }
  }

  @Test
  void itSaysHowFarPiecesAreEverybodysChoice() {
    assertTrue(html.contains("Share of first choices that go to the most chosen sharer"));
    assertTrue(html.contains("Share of the scores that is the same for every target"));
    assertTrue(html.contains("0.370"));
  }

  @Test
  void theFailedTrialIsListedWithItsErrorEscaped() {
    assertTrue(html.contains("1 of 21 trials failed"));
    assertTrue(html.contains("does not match its hash &lt;deadbeef&gt;"));
    assertTrue(html.contains("sharers.count = 20, pool.sharing-ratio = 0.5 are over 2 of 3 seeds"));
  }

  @Test
  void provenanceIsComplete() {
    for (String fact :
        List.of(
            "# a &lt; b &amp; c",
            "PyTorch 2.7.1",
            "d0" + "a7".repeat(31) + "0",
            "b0".repeat(32),
            "c1".repeat(32),
            "base-model",
            "31.3 s",
            "org.pieceworks.gating 0.1.0",
            "0, 1, 2",
            "workbench/pieceworks report sample-1",
            "workbench/pieceworks run experiment.yaml")) {
      assertTrue(html.contains(fact), fact);
    }
  }

  @Test
  void darkAndPrintAreProvidedFor() {
    assertTrue(html.contains("@media (prefers-color-scheme: dark)"));
    assertTrue(html.contains("@media print"));
  }
}
