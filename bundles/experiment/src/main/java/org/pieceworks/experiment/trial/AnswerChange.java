package org.pieceworks.experiment.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether assembled adapters do anything: how the answers with them differ from the base model's
 * own.
 *
 * @param base per target the base model's answers
 * @param assembled per target the answers with the assembled adapter
 */
record AnswerChange(List<List<Answer>> base, List<List<Answer>> assembled) {

  /** The share of all answers that differ. */
  static final String CHANGED = "answers_changed";

  /** The share of targets none of whose answers differs. */
  static final String UNCHANGED_TARGETS = "targets_unchanged";

  /** The figures, by name. */
  Map<String, Double> figures() {
    int changed = 0;
    int all = 0;
    int unchanged = 0;
    for (int t = 0; t < base.size(); t++) {
      int own = 0;
      for (int q = 0; q < base.get(t).size(); q++) {
        own += base.get(t).get(q).text().equals(assembled.get(t).get(q).text()) ? 0 : 1;
      }
      changed += own;
      all += base.get(t).size();
      unchanged += own == 0 ? 1 : 0;
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(CHANGED, all == 0 ? Double.NaN : (double) changed / all);
    figures.put(UNCHANGED_TARGETS, base.isEmpty() ? Double.NaN : (double) unchanged / base.size());
    return figures;
  }
}
