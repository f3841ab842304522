package org.pieceworks.ui.internal.view.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.Progress;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.evaluation.Statistics;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.report.words.Names;
import org.pieceworks.ui.internal.view.compare.ResultRows.Difference;
import org.pieceworks.ui.internal.view.compare.ResultRows.Row;

/** Compares the results of runs with those of the first of them. */
final class ResultComparison {

  /** Of the bootstrap: fixed, so that the same runs always give the same. */
  private static final long SEED = 20240615;

  private final List<StoredRun> runs;
  private final CommonPoints points;
  private final List<ResultTable> tables;
  private final Statistics statistics;

  ResultComparison(List<StoredRun> runs, RunResults results, Statistics statistics) {
    this.runs = runs;
    this.points = CommonPoints.of(runs);
    this.tables = runs.stream().map(results::table).toList();
    this.statistics = statistics;
  }

  /** All rows that the first run has in common with another. */
  ResultRows rows(Progress progress) {
    List<Row> rows = new ArrayList<>();
    int equal = 0;
    List<Summary> first = tables.get(0).summaries();
    for (int i = 0; i < first.size(); i++) {
      progress.report(i, first.size(), "results");
      List<Optional<Summary>> all = everywhere(first.get(i));
      if (all.stream().filter(Optional::isPresent).count() < 2) {
        continue;
      }
      Row row = row(first.get(i), all);
      if (row.equal()) {
        equal++;
      } else {
        rows.add(row);
      }
    }
    return new ResultRows(rows, equal);
  }

  private List<Optional<Summary>> everywhere(Summary mine) {
    List<Optional<Summary>> all = new ArrayList<>();
    all.add(Optional.of(mine));
    for (int run = 1; run < runs.size(); run++) {
      int other = run;
      all.add(
          tables.get(run).summaries().stream()
              .filter(row -> row.dataset().equals(mine.dataset()))
              .filter(row -> row.method().equals(mine.method()))
              .filter(row -> row.metric().equals(mine.metric()))
              .filter(row -> points.same(0, mine.settings(), other, row.settings()))
              .findFirst());
    }
    return all;
  }

  private Row row(Summary mine, List<Optional<Summary>> all) {
    List<Difference> differences = new ArrayList<>();
    for (int run = 1; run < runs.size(); run++) {
      int other = run;
      differences.add(
          all.get(run)
              .map(theirs -> difference(mine, other, theirs))
              .orElseGet(() -> Difference.none("missing")));
    }
    return new Row(
        mine.dataset(),
        points.shown(0, mine.settings()),
        mine.method(),
        mine.metric(),
        mine.higherIsBetter(),
        all,
        differences);
  }

  private Difference difference(Summary mine, int run, Summary theirs) {
    if (Names.isReference(mine.method())) {
      return Difference.none("reference"); // neither better nor worse: a mark to measure by
    }
    Pairing pairing =
        Pairing.of(
            trials(run, theirs.dataset(), theirs.settings()),
            trials(0, mine.dataset(), mine.settings()),
            mine.method(),
            mine.metric());
    return pairing.why().isEmpty()
        ? Difference.of(statistics.paired(pairing.first(), pairing.second(), SEED))
        : Difference.none(pairing.why());
  }

  private List<StoredTrial> trials(int run, String dataset, Map<String, String> settings) {
    return runs.get(run).done().stream()
        .filter(trial -> trial.settings().equals(settings))
        .filter(trial -> trial.result().orElseThrow().dataset().equals(dataset))
        .toList();
  }
}
