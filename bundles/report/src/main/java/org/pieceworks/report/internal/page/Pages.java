package org.pieceworks.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.internal.fact.Answer;
import org.pieceworks.report.internal.fact.CostAnswer;
import org.pieceworks.report.internal.fact.KeyFigure;
import org.pieceworks.report.internal.fact.RunFacts;
import org.pieceworks.report.internal.fact.StrategyAnswer;
import org.pieceworks.report.internal.fact.Warnings;
import org.pieceworks.report.internal.page.Page.ChartGroup;
import org.pieceworks.report.internal.page.Page.Finding;
import org.pieceworks.report.internal.page.Page.Results;
import org.pieceworks.report.words.Names;

/** Fills the page with what is known of a run. */
public final class Pages {

  private Pages() {}

  /**
   * The page of a run.
   *
   * @param warnings of the drawing, beside those that the numbers call for
   */
  public static Page of(RunFacts facts, List<ChartGroup> charts, List<String> warnings) {
    StoredRun run = facts.run();
    ProvenanceTables provenance = new ProvenanceTables(run);
    List<String> all = new ArrayList<>(Warnings.of(facts));
    all.addAll(warnings);
    return new Page(
        run.name(),
        run.question(),
        lead(facts),
        run.id(),
        KeyFigure.of(facts),
        all,
        findings(facts),
        results(facts),
        charts,
        facts.points().datasets().stream()
            .flatMap(dataset -> CostTable.of(facts, dataset).stream())
            .toList(),
        sweep(facts),
        provenance.failures().orElse(null),
        FigureTable.of(facts).orElse(null),
        provenance.machine(),
        provenance.hashes(),
        provenance.stages(),
        run.source(),
        List.of(
            "workbench/pieceworks run experiment.yaml --out results",
            "workbench/pieceworks report " + run.id()));
  }

  private static List<Finding> findings(RunFacts facts) {
    List<Finding> findings = new ArrayList<>();
    Answer answer = new Answer(facts);
    for (String dataset : facts.points().datasets()) {
      for (String metric : facts.points().metrics(dataset)) {
        List<String> sentences = new ArrayList<>(answer.on(dataset, metric));
        for (String axis : facts.table().axes().keySet()) {
          sentences.addAll(new StrategyAnswer(facts, dataset, axis).on(metric));
        }
        if (!sentences.isEmpty()) {
          String heading = Names.metric(metric) + facts.suffix(dataset);
          findings.add(new Finding(heading, sentences));
        }
      }
      List<String> costs = CostAnswer.on(facts, dataset);
      if (!costs.isEmpty()) {
        findings.add(new Finding("Cost" + facts.suffix(dataset), costs));
      }
    }
    return findings;
  }

  private static List<Results> results(RunFacts facts) {
    List<Results> results = new ArrayList<>();
    for (String dataset : facts.points().datasets()) {
      QualityTables quality = new QualityTables(facts, dataset);
      results.add(
          new Results(
              heading(facts, dataset),
              quality.atBase(),
              ComparisonTable.of(facts, dataset).orElse(null)));
    }
    return results;
  }

  private static List<Table> sweep(RunFacts facts) {
    return facts.points().datasets().stream()
        .flatMap(dataset -> new QualityTables(facts, dataset).atAllPoints().stream())
        .toList();
  }

  private static String heading(RunFacts facts, String dataset) {
    Map<String, String> base = facts.points().base(dataset);
    return base.isEmpty() ? dataset : dataset + " at " + Warnings.point(base);
  }

  private static String lead(RunFacts facts) {
    List<String> datasets = facts.points().datasets();
    StoredRun run = facts.run();
    long points = run.trials().stream().map(trial -> trial.settings()).distinct().count();
    return String.join(", ", datasets)
        + (datasets.isEmpty() ? "" : " · ")
        + count(
            facts.points().methods().stream().filter(m -> !Names.isReference(m)).count(), "method")
        + " · "
        + count(points, "point")
        + " · "
        + count(run.seeds().size(), "seed");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
