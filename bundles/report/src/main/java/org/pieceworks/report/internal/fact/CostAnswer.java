package org.pieceworks.report.internal.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.chart.ResultTable.CostRow;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** What serving a target user costs under Per-Pcs, set against OPPU, in sentences. */
public final class CostAnswer {

  private CostAnswer() {}

  /** The sentences on what serving a target user of a data set costs. */
  public static List<String> on(RunFacts facts, String dataset) {
    List<String> sentences = new ArrayList<>();
    Optional<CostRow> oppu = facts.cost(dataset, RunFacts.OPPU);
    for (CostRow row : facts.costs(dataset)) {
      if (row.method().startsWith(RunFacts.PER_PCS) && oppu.isPresent()) {
        bytes(row, oppu.get()).ifPresent(sentences::add);
        time(row, oppu.get()).ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private static Optional<String> bytes(CostRow row, CostRow oppu) {
    if (row.bytesPerUser() <= 0 || oppu.bytesPerUser() <= 0) {
      return Optional.empty();
    }
    double ratio = oppu.bytesPerUser() / row.bytesPerUser();
    return Optional.of(
        "Under "
            + Names.method(row.method())
            + " a target user's stored bytes are "
            + Amounts.bytes(row.bytesPerUser())
            + ", "
            + (ratio >= 1
                ? Amounts.times(ratio) + " times fewer than under OPPU ("
                : Amounts.times(1 / ratio) + " times as many as under OPPU (")
            + Amounts.bytes(oppu.bytesPerUser())
            + ").");
  }

  private static Optional<String> time(CostRow row, CostRow oppu) {
    double mine = RunFacts.seconds(row);
    double theirs = RunFacts.seconds(oppu);
    if (mine <= 0 || theirs <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "Preparing "
            + Names.method(row.method())
            + " takes "
            + Amounts.seconds(mine)
            + " per target user, "
            + (theirs >= mine
                ? Amounts.times(theirs / mine) + " times less than training under OPPU ("
                : Amounts.times(mine / theirs) + " times as long as training under OPPU (")
            + Amounts.seconds(theirs)
            + ").");
  }
}
