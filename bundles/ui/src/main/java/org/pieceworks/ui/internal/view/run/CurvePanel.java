package org.pieceworks.ui.internal.view.run;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.UIManager;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.run.QueuedRun;
import org.pieceworks.ui.run.QueuedRun.Curve;

/** The newest curve of a run: the loss of the stage that trains, step by step. */
final class CurvePanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final float LINE = 1.6f;

  private final transient Texts texts;
  private final XYSeries series = new XYSeries("curve");
  private final transient JFreeChart chart;
  private final ChartPanel panel;
  private final EmptyState empty;
  private transient Curve shown;

  CurvePanel(Texts texts) {
    super(new BorderLayout());
    this.texts = texts;
    chart =
        ChartFactory.createXYLineChart(
            null, texts.get("curve.step"), "", new XYSeriesCollection(series));
    chart.removeLegend();
    chart.getXYPlot().getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    panel = new ChartPanel(chart);
    panel.setName("run-curve");
    panel.setMaximumDrawWidth(Integer.MAX_VALUE);
    panel.setMaximumDrawHeight(Integer.MAX_VALUE);
    panel.setMinimumDrawWidth(1);
    panel.setMinimumDrawHeight(1);
    empty = new EmptyState(texts.get("curve.empty"), texts.get("curve.empty.help"));
    colour();
    EmptyState.show(this, empty);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (chart != null) {
      colour();
    }
  }

  /** The colours and letters of the rest of the window. */
  private void colour() {
    Color background = UIManager.getColor("Panel.background");
    Color foreground = UIManager.getColor("Label.foreground");
    Font font = UIManager.getFont("Label.font");
    chart.setBackgroundPaint(background);
    XYPlot plot = chart.getXYPlot();
    plot.setBackgroundPaint(background);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(UIManager.getColor("Component.borderColor"));
    plot.setDomainGridlinesVisible(false);
    for (NumberAxis axis :
        List.of((NumberAxis) plot.getDomainAxis(), (NumberAxis) plot.getRangeAxis())) {
      axis.setLabelPaint(foreground);
      axis.setTickLabelPaint(foreground);
      axis.setLabelFont(font);
      axis.setTickLabelFont(font);
      axis.setAutoRangeIncludesZero(false);
    }
    plot.getRenderer().setSeriesPaint(0, UIManager.getColor("Component.accentColor"));
    plot.getRenderer().setSeriesStroke(0, new BasicStroke(LINE));
  }

  /** Shows the newest curve of a run, or says that there is none. */
  void show(Optional<QueuedRun> run) {
    List<Curve> curves = run.map(QueuedRun::curves).orElse(List.of());
    if (curves.isEmpty()) {
      shown = null;
      EmptyState.show(this, empty);
      return;
    }
    Curve newest = curves.get(curves.size() - 1);
    if (shown != null && same(shown, newest)) {
      return;
    }
    shown = newest;
    series.setNotify(false);
    series.clear();
    for (int i = 0; i < newest.points().length; i++) {
      series.add((i + 1.0) * newest.stride(), newest.points()[i]);
    }
    series.setNotify(true);
    chart
        .getXYPlot()
        .getRangeAxis()
        .setLabel(texts.get("curve.label", newest.stage(), newest.what()));
    EmptyState.show(this, panel);
  }

  private static boolean same(Curve one, Curve other) {
    return one.stage().equals(other.stage())
        && one.what().equals(other.what())
        && Arrays.equals(one.points(), other.points());
  }
}
