package org.pieceworks.report.internal.fact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.chart.ResultTable.CostRow;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.evaluation.Comparison;
import org.pieceworks.api.evaluation.Statistics;
import org.pieceworks.experiment.run.ComparisonRow;
import org.pieceworks.experiment.run.GainRow;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.internal.chart.CostChart;
import org.pieceworks.report.internal.chart.Points;
import org.pieceworks.report.words.Names;

/** What is known of a run: all that tables and sentences say is looked up here. */
public final class RunFacts {

  public static final String NON_PERSONALIZED = "non-personalized";
  public static final String OPPU = "oppu";
  public static final String PER_PCS = "per-pcs";

  /** A difference that chance alone gives less often than this is called significant. */
  public static final double LEVEL = 0.05;

  private final StoredRun run;
  private final ResultTable table;
  private final Points points;
  private final Map<List<Object>, Comparison> comparisons = new HashMap<>();
  private final Map<List<Object>, Double> gains = new HashMap<>();
  private final Pairs pairs;

  /** Derives all facts of a run. */
  public RunFacts(StoredRun run, RunResults results, Statistics statistics) {
    this.run = run;
    this.table = results.table(run);
    this.points = new Points(table);
    for (ComparisonRow row : results.comparisons(run)) {
      Map<String, String> point = points.complete(row.settings());
      comparisons.put(
          List.of(row.dataset(), point, row.metric(), row.method(), row.against()),
          row.comparison());
    }
    for (GainRow row : results.gains(run)) {
      Map<String, String> point = points.complete(row.settings());
      gains.put(List.of(row.dataset(), point, row.metric(), row.method()), row.share());
    }
    this.pairs = new Pairs(run, points, statistics);
  }

  /** The run as it is stored. */
  public StoredRun run() {
    return run;
  }

  /** Its results as charts read them. */
  public ResultTable table() {
    return table;
  }

  /** The points of its sweep. */
  public Points points() {
    return points;
  }

  /** The methods that were run on a data set at its base point, without ceilings and chance. */
  public List<String> methods(String dataset) {
    return points.at(dataset, points.base(dataset)).stream()
        .map(Summary::method)
        .filter(method -> !Names.isReference(method))
        .distinct()
        .toList();
  }

  /** The Per-Pcs methods among them: there may be several, of different options. */
  public List<String> perPcs(String dataset) {
    return methods(dataset).stream().filter(method -> method.startsWith(PER_PCS)).toList();
  }

  /** A method's result at a point. */
  public Optional<Summary> at(
      String dataset, Map<String, String> point, String method, String metric) {
    return points.at(dataset, point).stream()
        .filter(row -> row.method().equals(method) && row.metric().equals(metric))
        .findFirst();
  }

  /** A method's result at the base point. */
  public Optional<Summary> atBase(String dataset, String method, String metric) {
    return at(dataset, points.base(dataset), method, metric);
  }

  /** Whether more of a metric is better. */
  public boolean higherIsBetter(String metric) {
    return table.summaries().stream()
        .filter(row -> row.metric().equals(metric))
        .findFirst()
        .map(Summary::higherIsBetter)
        .orElse(true);
  }

  /** A metric's methods at the base point, the best first. */
  public List<Summary> ranking(String dataset, String metric) {
    double sign = higherIsBetter(metric) ? -1 : 1;
    return methods(dataset).stream()
        .flatMap(method -> atBase(dataset, method, metric).stream())
        .sorted((a, b) -> Double.compare(sign * a.mean(), sign * b.mean()))
        .toList();
  }

  /** A method against another at a point, paired by seed and user. */
  public Optional<Comparison> compare(
      String dataset, Map<String, String> point, String metric, String first, String second) {
    Optional<Comparison> stored = stored(dataset, point, metric, first, second);
    if (stored.isPresent()) {
      return stored;
    }
    return stored(dataset, point, metric, second, first)
        .map(Pairs::reversed)
        .or(() -> pairs.compare(dataset, point, metric, first, second));
  }

  /** A method against another at the base point. */
  public Optional<Comparison> compareAtBase(
      String dataset, String metric, String first, String second) {
    return compare(dataset, points.base(dataset), metric, first, second);
  }

  /** A method at one point against itself at another, paired by seed and user. */
  public Optional<Comparison> compareAcross(
      String dataset,
      String metric,
      String method,
      Map<String, String> first,
      Map<String, String> second) {
    return pairs.across(dataset, metric, method, first, second);
  }

  private Optional<Comparison> stored(
      String dataset, Map<String, String> point, String metric, String first, String second) {
    return Optional.ofNullable(comparisons.get(List.of(dataset, point, metric, first, second)));
  }

  /**
   * How much of the way from non-personalized to OPPU a method goes at a point; empty where the way
   * is not certain to lead upwards, since a share of it would mean nothing.
   */
  public OptionalDouble gain(
      String dataset, Map<String, String> point, String method, String metric) {
    if (!wayIsCertain(dataset, point, metric)) {
      return OptionalDouble.empty();
    }
    Double share = gains.get(List.of(dataset, point, metric, method));
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  /** Whether OPPU is significantly better than non-personalized at a point. */
  public boolean wayIsCertain(String dataset, Map<String, String> point, String metric) {
    return compare(dataset, point, metric, OPPU, NON_PERSONALIZED)
        .filter(RunFacts::significant)
        .filter(way -> way.difference().mean() > 0 == higherIsBetter(metric))
        .isPresent();
  }

  /** Whether a difference is more than chance. */
  public static boolean significant(Comparison comparison) {
    return comparison.p() < LEVEL;
  }

  /** The costs at a data set's base point. */
  public List<CostRow> costs(String dataset) {
    return CostChart.atBase(table, points, dataset);
  }

  /** A method's cost at a data set's base point. */
  public Optional<CostRow> cost(String dataset, String method) {
    return costs(dataset).stream().filter(row -> row.method().equals(method)).findFirst();
  }

  /** A data set's name after a comma where there are several to tell apart. */
  public String suffix(String dataset) {
    return points.datasets().size() > 1 ? ", " + dataset : "";
  }

  /** All computation for a target user, in seconds. */
  public static double seconds(CostRow cost) {
    return cost.trainSecondsPerUser() + cost.assembleSecondsPerUser();
  }
}
