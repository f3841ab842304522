package org.pieceworks.report.internal.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.chart.ResultTable.Summary;
import org.pieceworks.api.evaluation.Comparison;
import org.pieceworks.report.internal.chart.Points;
import org.pieceworks.report.words.Amounts;
import org.pieceworks.report.words.Names;

/**
 * What a swept setting that is not a number does to a method, in sentences: which of its values is
 * best, which are no worse than chance makes them, and which are no better than the control that
 * draws lots.
 *
 * @param axis the setting's path
 */
public record StrategyAnswer(RunFacts facts, String dataset, String axis) {

  private static final String RANDOM = "random";

  /** The sentences on one metric, one or two for every method to which the setting matters. */
  public List<String> on(String metric) {
    List<Map<String, String>> along = facts.points().along(dataset, axis);
    List<String> sentences = new ArrayList<>();
    if (along.size() < 2 || Points.numeric(along, axis)) {
      return sentences;
    }
    for (String method : facts.methods(dataset)) {
      List<Map<String, String>> ranked = ranked(along, method, metric);
      boolean varies =
          ranked.stream().mapToDouble(point -> row(point, method, metric).mean()).distinct().count()
              > 1;
      if (varies) {
        sentences.add(best(ranked, method, metric));
        lots(ranked, method, metric).ifPresent(sentences::add);
      }
    }
    return sentences;
  }

  private List<Map<String, String>> ranked(
      List<Map<String, String>> along, String method, String metric) {
    Comparator<Map<String, String>> byMean =
        Comparator.comparingDouble(point -> row(point, method, metric).mean());
    return along.stream()
        .filter(point -> facts.at(dataset, point, method, metric).isPresent())
        .sorted(facts.higherIsBetter(metric) ? byMean.reversed() : byMean)
        .toList();
  }

  private Summary row(Map<String, String> point, String method, String metric) {
    return facts.at(dataset, point, method, metric).orElseThrow();
  }

  private String best(List<Map<String, String>> ranked, String method, String metric) {
    Map<String, String> best = ranked.get(0);
    List<String> level = new ArrayList<>();
    List<String> worse = new ArrayList<>();
    for (Map<String, String> other : ranked.subList(1, ranked.size())) {
      Optional<Comparison> lead = facts.compareAcross(dataset, metric, method, best, other);
      boolean certain = lead.filter(RunFacts::significant).isPresent();
      (certain ? worse : level).add(named(other, method, metric));
    }
    String sentence =
        "%s by %s: best with %s"
            .formatted(Names.method(method), words(), named(best, method, metric));
    if (!level.isEmpty()) {
      sentence += "; not significantly worse with " + String.join(", ", level);
    }
    return sentence
        + (worse.isEmpty() ? "" : "; significantly worse with " + String.join(", ", worse))
        + ".";
  }

  private Optional<String> lots(List<Map<String, String>> ranked, String method, String metric) {
    Optional<Map<String, String>> random =
        ranked.stream().filter(point -> point.get(axis).equals(RANDOM)).findFirst();
    if (random.isEmpty()) {
      return Optional.empty();
    }
    List<String> noBetter = new ArrayList<>();
    for (Map<String, String> other : ranked) {
      Optional<Comparison> lead = facts.compareAcross(dataset, metric, method, other, random.get());
      boolean better =
          lead.filter(RunFacts::significant)
              .filter(l -> l.difference().mean() > 0 == facts.higherIsBetter(metric))
              .isPresent();
      if (!other.equals(random.get()) && !better) {
        noBetter.add(other.get(axis));
      }
    }
    return Optional.of(
        noBetter.isEmpty()
            ? "All are significantly better than lots (random)."
            : "Not significantly better than lots (random): " + String.join(", ", noBetter) + ".");
  }

  private String named(Map<String, String> point, String method, String metric) {
    return point.get(axis) + " (" + Amounts.fixed(row(point, method, metric).mean()) + ")";
  }

  private String words() {
    String setting = Names.setting(axis);
    return setting.equals(axis)
        ? axis
        : setting.substring(0, 1).toLowerCase(Locale.ROOT) + setting.substring(1);
  }
}
