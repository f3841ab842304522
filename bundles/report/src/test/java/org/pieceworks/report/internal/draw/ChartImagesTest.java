package org.pieceworks.report.internal.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Unit;
import org.pieceworks.api.chart.Line;

class ChartImagesTest {

  private static final List<String> METHODS =
      List.of("non-personalized", "oppu", "per-pcs", "a & b <c>", "ceiling-personal");

  static List<ChartData> charts() {
    List<Line> lines = new ArrayList<>();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < METHODS.size(); i++) {
      double y = .3 + .1 * i;
      boolean flat = METHODS.get(i).startsWith("ceiling");
      lines.add(
          new Line(
              METHODS.get(i),
              List.of(
                  new Band(5, y, y - .03, y + .03),
                  new Band(10, y + .02, y, y + .05),
                  new Band(40, y + .05, y + .03, y + .06)),
              flat));
      bars.add(new Bar(METHODS.get(i), y, y - .03, y + .03));
    }
    List<Bar> levels = List.of(bars.get(4));
    List<Bar> costs =
        List.of(new Bar("non-personalized", 0, 0, 0), new Bar("oppu", 131072, 131072, 131072));
    return List.of(
        new ChartData.Lines("Lines", "c", "x", "y", lines),
        new ChartData.Bars("Bars", "c", "v", Unit.NUMBER, false, bars.subList(0, 4), levels),
        new ChartData.Bars("Costs", "c", "v", Unit.BYTES, true, costs, List.of()),
        new ChartData.GroupedBars(
            "Groups",
            "c",
            "x",
            "y",
            List.of(
                new ChartData.Group("one", bars.subList(0, 4)),
                new ChartData.Group("two", bars.subList(1, 3))),
            levels),
        new ChartData.Ranking(
            "Ranking",
            "c",
            "v",
            "per-pcs",
            List.of(
                new ChartData.Place(new Bar("history-loss", .7, .6, .8), List.of(1.5, 727.0)),
                new ChartData.Place(new Bar("prototype", .69, .6, .75), List.of(.02, 727.0)),
                new ChartData.Place(new Bar("a & b <c>", .3, .2, .4), List.of(0.0, 40.0))),
            List.of(
                new ChartData.CostName("Time", Unit.SECONDS),
                new ChartData.CostName("Kept", Unit.BYTES)),
            levels),
        new ChartData.HeatMap(
            "Map",
            "c",
            "Sharer",
            "Layer",
            "Weight",
            List.of("0 q_proj", "1 q_proj"),
            List.of("anna", "ben"),
            new double[][] {{.5, Double.NaN}, {.2, .8}}));
  }

  private static ChartImage draw(ChartData data) {
    return new ChartImages(METHODS).draw(data, "name");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void theSameDataGiveTheSameBytes(ChartData data) {
    ChartImage one = draw(data);
    ChartImage two = draw(data);

    assertArrayEquals(one.png(), two.png());
    assertEquals(one.svg(), two.svg());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void pixelsAreTwoForAPointAndShowColours(ChartData data) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(draw(data).png()));

    assertEquals(2 * Theme.WIDTH, image.getWidth());
    Set<Integer> colours = new HashSet<>();
    long inked =
        IntStream.range(0, image.getWidth() * image.getHeight())
            .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
            .peek(colours::add)
            .filter(rgb -> rgb != Color.WHITE.getRGB())
            .count();
    assertTrue(inked > 10_000, inked + " pixels are not white");
    assertTrue(colours.size() > 20, colours.size() + " colours");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void svgIsWellFormedNamesWhatItShowsAndLoadsNothing(ChartData data) throws Exception {
    String svg = draw(data).svg();

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertEquals("svg", document.getDocumentElement().getTagName());
    assertTrue(svg.contains(">" + data.title() + "<"));
    assertFalse(svg.replace("http://www.w3.org/", "").contains("http"), "an address");
    assertFalse(svg.contains("<!DOCTYPE"));
  }

  @Test
  void svgHoldsTheNamesOfAllSeriesAsText() {
    for (ChartData data : charts().subList(0, 2)) {
      String svg = draw(data).svg();
      for (String label :
          List.of(
              "Non-personalized",
              "OPPU",
              "Per-Pcs",
              "a &amp; b &lt;c&gt;",
              "Ceiling (user known)")) {
        assertTrue(svg.contains(">" + label + "<"), label + " in " + data.title());
      }
    }
  }

  @Test
  void theColourOfAMethodIsInItsChart() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(draw(charts().get(1)).png()));
    Color color = new MethodStyles(METHODS).of("per-pcs").color();

    long painted =
        IntStream.range(0, image.getWidth() * image.getHeight())
            .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == color.getRGB())
            .count();
    assertTrue(painted > 5_000, painted + " pixels of its colour");
  }

  @Test
  void idsOfDifferentChartsDiffer() {
    ChartImages images = new ChartImages(METHODS);
    String svg = images.draw(charts().get(0), "first").svg();

    assertTrue(svg.contains("id=\"first-title\""));
    assertFalse(svg.matches("(?s).*\\bid=\"(?!first-).*"), "an id without the chart's name");
  }
}
