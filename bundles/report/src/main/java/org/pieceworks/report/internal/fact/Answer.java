package org.pieceworks.report.internal.fact;

import static org.pieceworks.report.internal.fact.RunFacts.NON_PERSONALIZED;
import static org.pieceworks.report.internal.fact.RunFacts.OPPU;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.evaluation.Comparison;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/** What the numbers say, in sentences; each is computed from the run and says nothing more. */
public final class Answer {

  private final RunFacts facts;

  /** Reads from the facts of a run. */
  public Answer(RunFacts facts) {
    this.facts = facts;
  }

  /** The sentences on one metric of a data set at its base point. */
  public List<String> on(String dataset, String metric) {
    List<Summary> ranking = facts.ranking(dataset, metric);
    List<String> sentences = new ArrayList<>();
    if (ranking.isEmpty()) {
      return sentences;
    }
    Summary best = ranking.get(0);
    if (ranking.size() == 1) {
      sentences.add(Names.method(best.method()) + " reaches " + value(best) + ".");
      return sentences;
    }
    sentences.add(best(dataset, metric, ranking));
    if (!anySignificant(dataset, metric)) {
      sentences.add(
          "No two methods differ significantly here: what differences there are may be chance.");
      return sentences;
    }
    for (String method : facts.perPcs(dataset)) {
      way(dataset, metric, method).ifPresent(sentences::add);
      rivals(dataset, metric, method).ifPresent(sentences::add);
    }
    return sentences;
  }

  private String best(String dataset, String metric, List<Summary> ranking) {
    Summary best = ranking.get(0);
    Summary next = ranking.get(1);
    String sentence =
        Names.method(best.method())
            + (best.mean() == next.mean()
                ? " and " + Names.method(next.method()) + " are level at "
                : " has the best mean, ")
            + value(best);
    if (best.mean() == next.mean()) {
      return sentence + ".";
    }
    Optional<Comparison> lead = facts.compareAtBase(dataset, metric, best.method(), next.method());
    return sentence
        + lead.map(
                comparison ->
                    "; its lead over the next, "
                        + Names.method(next.method())
                        + " with "
                        + Amounts.fixed(next.mean())
                        + ", "
                        + (RunFacts.significant(comparison)
                            ? "is significant"
                            : "is not significant")
                        + difference(comparison))
            .orElse("")
        + ".";
  }

  private Optional<String> way(String dataset, String metric, String method) {
    Optional<Summary> mine = facts.atBase(dataset, method, metric);
    Optional<Comparison> gain = facts.compareAtBase(dataset, metric, method, NON_PERSONALIZED);
    if (mine.isEmpty() || gain.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder sentence = new StringBuilder(Names.method(method));
    OptionalDouble share = facts.gain(dataset, facts.points().base(dataset), method, metric);
    Optional<Summary> from = facts.atBase(dataset, NON_PERSONALIZED, metric);
    Optional<Summary> to = facts.atBase(dataset, OPPU, metric);
    if (share.isPresent()) {
      sentence
          .append(" goes ")
          .append(Amounts.percent(share.getAsDouble()))
          .append(" of the way from non-personalized (")
          .append(Amounts.fixed(from.orElseThrow().mean()))
          .append(") to OPPU (")
          .append(Amounts.fixed(to.orElseThrow().mean()))
          .append("), with ")
          .append(value(mine.get()));
    } else {
      sentence.append(" reaches ").append(value(mine.get()));
      if (to.isPresent()) {
        sentence.append(
            "; OPPU is not significantly better than non-personalized here, so that there is no"
                + " gain of which a share could be kept");
      }
    }
    sentence.append(". It is ").append(verdict(metric, gain.get(), "non-personalized"));
    facts
        .compareAtBase(dataset, metric, method, OPPU)
        .ifPresent(gap -> sentence.append(" and ").append(verdict(metric, gap, "OPPU")));
    return Optional.of(sentence.append('.').toString());
  }

  /** Against the other personalized methods. */
  private Optional<String> rivals(String dataset, String metric, String method) {
    List<String> verdicts =
        facts.methods(dataset).stream()
            .filter(other -> !other.equals(method))
            .filter(other -> !List.of(NON_PERSONALIZED, OPPU).contains(other))
            .filter(other -> !other.startsWith(RunFacts.PER_PCS))
            .flatMap(
                other ->
                    facts
                        .compareAtBase(dataset, metric, method, other)
                        .map(comparison -> verdict(metric, comparison, Names.method(other)))
                        .stream())
            .toList();
    return verdicts.isEmpty()
        ? Optional.empty()
        : Optional.of(Names.method(method) + " is " + String.join(", ", verdicts) + ".");
  }

  private boolean anySignificant(String dataset, String metric) {
    List<String> methods = facts.methods(dataset);
    for (int i = 0; i < methods.size(); i++) {
      for (int j = i + 1; j < methods.size(); j++) {
        if (facts
            .compareAtBase(dataset, metric, methods.get(i), methods.get(j))
            .filter(RunFacts::significant)
            .isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private String verdict(String metric, Comparison comparison, String other) {
    if (!RunFacts.significant(comparison)) {
      return "not significantly different from " + other + difference(comparison);
    }
    boolean better = comparison.difference().mean() > 0 == facts.higherIsBetter(metric);
    return "significantly "
        + (better ? "better" : "worse")
        + " than "
        + other
        + difference(comparison);
  }

  private static String value(Summary row) {
    return Amounts.fixed(row.mean()) + " " + Amounts.interval(row.low(), row.high());
  }

  private static String difference(Comparison comparison) {
    return " ("
        + Amounts.signed(comparison.difference().mean())
        + ", "
        + Amounts.probability(comparison.p())
        + ")";
  }
}
