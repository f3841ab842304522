package org.pieceworks.report.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pieceworks.api.chart.Band;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartData.Bar;
import org.pieceworks.api.chart.ChartData.Group;
import org.pieceworks.api.chart.Line;

/**
 * A part of a chart.
 *
 * @param hidden the methods that are left out
 * @param intervals whether bands and whiskers are shown
 */
public record ChartPart(Set<String> hidden, boolean intervals) {

  /** Copies the methods. */
  public ChartPart {
    hidden = Set.copyOf(hidden);
  }

  /** The methods that may be left out of a chart, in its order. */
  public static Set<String> methods(ChartData data) {
    Set<String> names = new LinkedHashSet<>();
    if (data instanceof ChartData.Lines lines) {
      lines.lines().forEach(line -> names.add(line.name()));
    } else if (data instanceof ChartData.Bars bars) {
      bars.bars().forEach(bar -> names.add(bar.name()));
      bars.levels().forEach(bar -> names.add(bar.name()));
    } else if (data instanceof ChartData.GroupedBars groups) {
      groups.groups().forEach(group -> group.bars().forEach(bar -> names.add(bar.name())));
      groups.levels().forEach(bar -> names.add(bar.name()));
    } else if (data instanceof ChartData.Ranking ranking) {
      ranking.levels().forEach(bar -> names.add(bar.name()));
    }
    return names;
  }

  /** Whether a chart shows intervals. */
  public static boolean hasIntervals(ChartData data) {
    return !new ChartPart(Set.of(), false).of(data).equals(data);
  }

  /** Whether anything would be left to be seen. */
  public boolean leaves(ChartData data) {
    Set<String> names = methods(data);
    return names.isEmpty() || data instanceof ChartData.Ranking || !hidden.containsAll(names);
  }

  /** The chart with no more than this part. */
  public ChartData of(ChartData data) {
    if (data instanceof ChartData.Lines c) {
      List<Line> lines =
          c.lines().stream().filter(line -> !hidden.contains(line.name())).map(this::line).toList();
      return new ChartData.Lines(c.title(), c.caption(), c.xLabel(), c.yLabel(), lines);
    }
    if (data instanceof ChartData.Bars c) {
      return new ChartData.Bars(
          c.title(),
          c.caption(),
          c.valueLabel(),
          c.unit(),
          c.logarithmic(),
          bars(c.bars()),
          bars(c.levels()));
    }
    if (data instanceof ChartData.GroupedBars c) {
      List<Group> groups =
          c.groups().stream().map(group -> new Group(group.name(), bars(group.bars()))).toList();
      return new ChartData.GroupedBars(
          c.title(), c.caption(), c.xLabel(), c.yLabel(), groups, bars(c.levels()));
    }
    if (data instanceof ChartData.Ranking c) {
      List<ChartData.Place> places =
          c.places().stream()
              .map(place -> new ChartData.Place(bar(place.quality()), place.costs()))
              .toList();
      return new ChartData.Ranking(
          c.title(), c.caption(), c.valueLabel(), c.method(), places, c.costs(), bars(c.levels()));
    }
    return data;
  }

  private Line line(Line line) {
    return intervals
        ? line
        : new Line(line.name(), line.points().stream().map(ChartPart::bare).toList(), line.flat());
  }

  private static Band bare(Band point) {
    return new Band(point.x(), point.y(), point.y(), point.y());
  }

  private List<Bar> bars(List<Bar> bars) {
    return bars.stream().filter(bar -> !hidden.contains(bar.name())).map(this::bar).toList();
  }

  private Bar bar(Bar bar) {
    return intervals ? bar : new Bar(bar.name(), bar.value(), bar.value(), bar.value());
  }
}
