package org.pieceworks.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Resident memory over the steps of a training. */
final class MemoryCurve {

  private static final double FLAT = 0.05;
  private static final int BEGINNING = 10;
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 600;

  /** One look at the memory. */
  record Point(long step, long bytes) {}

  private final List<Point> points = new ArrayList<>();

  void add(long step, long bytes) {
    points.add(new Point(step, bytes));
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  /** What was held most over the least, in all but the first tenth of the steps; 0 is flat. */
  double drift() {
    long last = points.get(points.size() - 1).step();
    long[] bytes =
        points.stream()
            .filter(point -> point.step() * BEGINNING >= last)
            .mapToLong(Point::bytes)
            .sorted()
            .toArray();
    return (double) bytes[bytes.length - 1] / bytes[0] - 1;
  }

  /** Whether memory stands still after the first tenth. */
  boolean flat() {
    return drift() <= FLAT;
  }

  /** One line a point: {@code step,resident_bytes}. */
  void writeCsv(Path file) throws IOException {
    StringBuilder text = new StringBuilder("step,resident_bytes\n");
    for (Point point : points) {
      text.append(String.format(Locale.ROOT, "%d,%d\n", point.step(), point.bytes()));
    }
    Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The same as a picture. */
  void writePng(Path file) throws IOException {
    XYSeries series = new XYSeries("resident memory");
    points.forEach(point -> series.add(point.step(), point.bytes() / Measurement.MEGABYTE));
    JFreeChart chart =
        ChartFactory.createXYLineChart(
            "Resident memory of a training", "steps", "MB", new XYSeriesCollection(series));
    chart.removeLegend();
    chart.setBackgroundPaint(Color.WHITE);
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setDomainGridlinesVisible(false);
    plot.getRangeAxis().setLowerBound(0);
    plot.getRenderer().setSeriesPaint(0, new Color(0x1F4E79));
    plot.getRenderer().setSeriesStroke(0, new BasicStroke(2));
    ChartUtils.saveChartAsPNG(file.toFile(), chart, WIDTH, HEIGHT);
  }
}
