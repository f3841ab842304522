package org.pieceworks.api.chart;

import java.util.List;

/**
 * What a chart shows. Methods and metrics go by their plug-in names; whoever draws finds the words,
 * colours and markers.
 */
public sealed interface ChartData {

  /** The heading, unique among the charts of a run; the file's name is made from it. */
  String title();

  /** What is seen, in words: what the points, bands and whiskers are, what else is held fixed. */
  String caption();

  /** What a value counts. */
  enum Unit {
    /** A number as it is. */
    NUMBER,
    /** Wall-clock seconds. */
    SECONDS,
    /** Bytes. */
    BYTES
  }

  /** Lines with confidence bands over a numeric setting. */
  record Lines(String title, String caption, String xLabel, String yLabel, List<Line> lines)
      implements ChartData {

    /** Copies the lines. */
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Bars with whiskers.
   *
   * @param logarithmic whether the value axis is
   * @param levels drawn dashed across all bars
   */
  record Bars(
      String title,
      String caption,
      String valueLabel,
      Unit unit,
      boolean logarithmic,
      List<Bar> bars,
      List<Bar> levels)
      implements ChartData {

    /** Copies the lists. */
    public Bars {
      bars = List.copyOf(bars);
      levels = List.copyOf(levels);
    }
  }

  /**
   * Bars with whiskers, side by side for each value of a setting that is not a number.
   *
   * @param levels drawn dashed across all groups: what does not depend on the setting
   */
  record GroupedBars(
      String title,
      String caption,
      String xLabel,
      String yLabel,
      List<Group> groups,
      List<Bar> levels)
      implements ChartData {

    /** Copies the lists. */
    public GroupedBars {
      groups = List.copyOf(groups);
      levels = List.copyOf(levels);
    }
  }

  /** The bars of one value of a setting. */
  record Group(String name, List<Bar> bars) {

    /** Copies the bars. */
    public Group {
      bars = List.copyOf(bars);
    }
  }

  /** One bar; low and high equal to the value where there is no interval. */
  record Bar(String name, double value, double low, double high) {}

  /**
   * What may take one place, ordered by how well it does, and beside each what it costs.
   *
   * @param places best first
   * @param costs the names of the costs, as many as every place has
   * @param levels drawn dashed across all bars
   */
  record Ranking(
      String title,
      String caption,
      String valueLabel,
      String method,
      List<Place> places,
      List<CostName> costs,
      List<Bar> levels)
      implements ChartData {

    /** Copies the lists. */
    public Ranking {
      places = List.copyOf(places);
      costs = List.copyOf(costs);
      levels = List.copyOf(levels);
    }
  }

  /**
   * One place of a ranking.
   *
   * @param costs NaN where it is not known
   */
  record Place(Bar quality, List<Double> costs) {

    /** Copies the costs. */
    public Place {
      costs = List.copyOf(costs);
    }
  }

  /** What a cost is called, and what it counts. */
  record CostName(String label, Unit unit) {}

  /**
   * A matrix as colours.
   *
   * @param rows from top to bottom
   * @param cells {@code [rows][columns]}, NaN where there is nothing
   */
  record HeatMap(
      String title,
      String caption,
      String xLabel,
      String yLabel,
      String valueLabel,
      List<String> rows,
      List<String> columns,
      double[][] cells)
      implements ChartData {}
}
