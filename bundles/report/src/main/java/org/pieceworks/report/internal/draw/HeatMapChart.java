package org.pieceworks.report.internal.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYZDataset;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.report.chart.ChartLook;

/** A matrix as colours, the first row on top. */
final class HeatMapChart {

  private static final int FRAME = 170;
  private static final int MANY_ROWS = 48;

  private HeatMapChart() {}

  static Drawing draw(ChartData.HeatMap data, ChartLook look) {
    int rows = data.rows().size();
    int columns = data.columns().size();
    WeightScale scale = new WeightScale(ceiling(data.cells()), look.dark());
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries("cells", cells(data.cells()));
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    renderer.setBlockWidth(1);
    renderer.setBlockHeight(1);

    renderer.setDefaultToolTipGenerator(
        (cells, series, item) ->
            Tips.cell(
                data, (int) cells.getYValue(series, item), (int) cells.getXValue(series, item)));

    SymbolAxis x = axis(data.xLabel(), data.columns(), look);
    x.setVerticalTickLabels(true);
    SymbolAxis y = axis(data.yLabel(), data.rows(), look);
    y.setInverted(true);
    XYPlot plot = new XYPlot(dataset, x, y, renderer);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    grid(plot, data.rows(), columns, look);

    JFreeChart chart = Theme.chart(data.title(), plot, look);
    chart.addSubtitle(legend(data.valueLabel(), scale, look));
    int cell = rows > MANY_ROWS ? 8 : 18;
    return new Drawing(chart, Theme.WIDTH, Math.max(360, FRAME + cell * rows));
  }

  private static SymbolAxis axis(String label, List<String> names, ChartLook look) {
    SymbolAxis axis = new SymbolAxis(label, names.toArray(String[]::new));
    Theme.style(axis, look);
    axis.setTickLabelFont(Theme.SMALL);
    axis.setGridBandsVisible(false);
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
    axis.setRange(-0.5, names.size() - 0.5);
    return axis;
  }

  /** Thin lines between cells, darker where the layer changes. */
  private static void grid(XYPlot plot, List<String> rows, int columns, ChartLook look) {
    BasicStroke thin = new BasicStroke(0.5f);
    for (int column = 0; column <= columns; column++) {
      double at = column - 0.5;
      plot.addAnnotation(
          new XYLineAnnotation(at, -0.5, at, rows.size() - 0.5, thin, look.grid()), false);
    }
    for (int row = 0; row <= rows.size(); row++) {
      boolean edge = row == 0 || row == rows.size();
      boolean layer = edge || !layer(rows.get(row)).equals(layer(rows.get(row - 1)));
      Color color = layer ? look.axis() : look.grid();
      plot.addAnnotation(
          new XYLineAnnotation(-0.5, row - 0.5, columns - 0.5, row - 0.5, thin, color), false);
    }
  }

  private static String layer(String row) {
    return row.split(" ", 2)[0];
  }

  private static PaintScaleLegend legend(String label, WeightScale scale, ChartLook look) {
    NumberAxis axis = Theme.valueAxis(label, 0, scale.getUpperBound(), look);
    PaintScaleLegend legend = new PaintScaleLegend(scale, axis);
    legend.setPosition(RectangleEdge.RIGHT);
    legend.setMargin(new RectangleInsets(8, 12, 60, 4));
    legend.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
    legend.setFrame(BlockBorder.NONE);
    legend.setStripWidth(14);
    legend.setStripOutlineVisible(false);
    legend.setSubdivisionCount(64);
    legend.setBackgroundPaint(look.ground());
    return legend;
  }

  private static double[][] cells(double[][] matrix) {
    int count = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        count += Double.isNaN(value) ? 0 : 1;
      }
    }
    double[][] xyz = new double[3][count];
    int at = 0;
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix[row].length; column++) {
        if (!Double.isNaN(matrix[row][column])) {
          xyz[0][at] = column;
          xyz[1][at] = row;
          xyz[2][at++] = matrix[row][column];
        }
      }
    }
    return xyz;
  }

  /** The greatest value, rounded up to a tenth. */
  private static double ceiling(double[][] cells) {
    double most = 0;
    for (double[] row : cells) {
      for (double value : row) {
        most = Double.isNaN(value) ? most : Math.max(most, value);
      }
    }
    return Math.max(0.1, Math.ceil(most * 10 - 1e-6) / 10);
  }
}
