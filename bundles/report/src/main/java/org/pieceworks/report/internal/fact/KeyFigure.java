package org.pieceworks.report.internal.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.pieceworks.api.chart.ResultTable.CostRow;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** A number to be seen at a glance, with what it counts. */
public record KeyFigure(String value, String meaning) {

  /** The figures of a run, at the base point. */
  public static List<KeyFigure> of(RunFacts facts) {
    List<KeyFigure> figures = new ArrayList<>();
    for (String dataset : facts.points().datasets()) {
      for (String method : facts.perPcs(dataset)) {
        for (String metric : facts.points().metrics(dataset)) {
          OptionalDouble share = facts.gain(dataset, facts.points().base(dataset), method, metric);
          share.ifPresent(
              value ->
                  figures.add(
                      new KeyFigure(
                          Amounts.percent(value),
                          "of OPPU's gain in "
                              + Names.metric(metric)
                              + " kept by "
                              + Names.method(method)
                              + facts.suffix(dataset))));
        }
      }
    }
    for (String dataset : facts.points().datasets()) {
      facts.cost(dataset, RunFacts.OPPU).ifPresent(oppu -> costs(facts, dataset, oppu, figures));
    }
    return figures;
  }

  private static void costs(RunFacts facts, String dataset, CostRow oppu, List<KeyFigure> figures) {
    for (CostRow row : facts.costs(dataset)) {
      if (!row.method().startsWith(RunFacts.PER_PCS)) {
        continue;
      }
      String whose =
          " per target user under "
              + Names.method(row.method())
              + " than under OPPU"
              + facts.suffix(dataset);
      if (row.bytesPerUser() > 0 && oppu.bytesPerUser() >= row.bytesPerUser()) {
        figures.add(
            new KeyFigure(
                Amounts.times(oppu.bytesPerUser() / row.bytesPerUser()) + " ×",
                "fewer stored bytes" + whose));
      }
      double mine = RunFacts.seconds(row);
      double theirs = RunFacts.seconds(oppu);
      if (mine > 0 && theirs >= mine) {
        figures.add(new KeyFigure(Amounts.times(theirs / mine) + " ×", "less computation" + whose));
      }
    }
  }
}
