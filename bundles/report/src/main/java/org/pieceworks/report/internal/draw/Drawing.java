package org.pieceworks.report.internal.draw;

import org.jfree.chart.JFreeChart;

/**
 * A chart ready to be drawn.
 *
 * @param width in points
 * @param height in points
 */
public record Drawing(JFreeChart chart, int width, int height) {}
