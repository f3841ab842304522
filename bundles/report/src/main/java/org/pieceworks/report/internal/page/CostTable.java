package org.pieceworks.report.internal.page;

import java.util.List;
import java.util.Optional;
import org.pieceworks.api.chart.ChartData.Unit;
import org.pieceworks.api.chart.ResultTable.CostRow;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.page.Table.Cell;
import org.pieceworks.report.internal.page.Table.Column;
import org.pieceworks.report.internal.page.Table.Row;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** What serving one target user costs, and how that compares with OPPU. */
final class CostTable {

  private CostTable() {}

  static Optional<Table> of(RunFacts facts, String dataset) {
    List<CostRow> costs = facts.costs(dataset);
    if (costs.isEmpty()) {
      return Optional.empty();
    }
    Optional<CostRow> oppu = facts.cost(dataset, RunFacts.OPPU);
    List<Row> rows =
        costs.stream()
            .map(
                row ->
                    Row.of(
                        Cell.heading(Names.method(row.method())),
                        amount(row.trainSecondsPerUser(), Unit.SECONDS),
                        amount(row.assembleSecondsPerUser(), Unit.SECONDS),
                        Cell.of(
                            oppu.map(
                                    other ->
                                        ratio(
                                            RunFacts.seconds(other), RunFacts.seconds(row), "less"))
                                .orElse("–")),
                        amount(row.bytesPerUser(), Unit.BYTES),
                        Cell.of(
                            oppu.map(
                                    other ->
                                        ratio(other.bytesPerUser(), row.bytesPerUser(), "fewer"))
                                .orElse("–"))))
            .toList();
    List<Column> columns =
        List.of(
            Column.text("Method"),
            Column.number("Training"),
            Column.number("Assembling"),
            Column.number("Computation against OPPU"),
            Column.number("Stored bytes"),
            Column.number("Storage against OPPU"));
    return Optional.of(
        new Table(
            "cost-" + Names.slug(dataset),
            dataset
                + ". Cost per target user at the base point, averaged over seeds: wall-clock time on the"
                + " machine below, and what must be kept for the user. The base model, the sharers'"
                + " training and the pool serve all users and are not counted.",
            columns,
            rows));
  }

  private static Cell amount(double value, Unit unit) {
    return Cell.of(value == 0 ? "none" : Amounts.of(value, unit));
  }

  private static String ratio(double oppu, double mine, String less) {
    if (mine <= 0 || oppu <= 0) {
      return "–";
    }
    if (oppu == mine) {
      return "the same";
    }
    return oppu > mine
        ? Amounts.times(oppu / mine) + " times " + less
        : Amounts.times(mine / oppu) + " times more";
  }
}
