package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.chart.ResultTable;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.Serving;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.spec.TrialSettings;

/** One trial, from the base model to the metrics of every method. */
record Trial(Scope scope, TrialSettings settings, Path folder, List<Use<Metric<?>>> metrics) {

  TrialResult run() {
    ServedModel served = served();
    Personal personal = personal(served);
    AnswerStages answers = answers(served, personal);
    Evaluation evaluation = new Evaluation(scope, metrics);
    List<MethodResult> methods = new ArrayList<>();
    Optional<Chosen> chosen = Optional.empty();
    for (Use<Method<?>> method : settings.methods()) {
      scope.stages().checkCancelled();
      if (!method.plugin().appliesTo(scope.dataset().task())) {
        continue;
      }
      try (NDManager manager = scope.manager().newSubManager()) {
        Serving serving = Configured.prepare(method, new TrialContext(scope, personal, manager));
        List<List<Answer>> given = answers.of(method.name(), serving);
        List<MetricResult> values = evaluation.of(given);
        methods.add(new MethodResult(method.name(), Optional.of(serving.cost()), values));
        if (chosen.isEmpty()
            && serving instanceof Serving.Adapted adapted
            && !adapted.assemblies().isEmpty()) {
          chosen = Optional.of(new Chosen(method.name(), adapted.assemblies(), given));
        }
      }
    }
    methods.addAll(evaluation.levels());
    return chosen.isPresent()
        ? result(served, personal, methods, chosen.get(), answers)
        : result(served, personal, methods);
  }

  /**
   * What the first method that assembles chose.
   *
   * @param assemblies per target
   * @param answers per target
   */
  private record Chosen(String method, List<Assembly> assemblies, List<List<Answer>> answers) {}

  /** The model that serves, open until the scope's manager closes. */
  ServedModel served() {
    return new BaseModelStages(scope, baseModel()).served();
  }

  /** How queries are answered. */
  AnswerStages answers(ServedModel served, Personal personal) {
    return new AnswerStages(
        scope, served, personal.peft(), settings.answers(), settings.generation());
  }

  private BaseModelPlan baseModel() {
    String checkpoint = settings.model().checkpoint();
    return new BaseModelPlan(
        checkpoint.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(checkpoint)),
        settings.model().pretrained().map(Use::plugin),
        settings.model().precision(),
        settings.model().checkpointing(),
        settings.model().embedded(),
        settings.adaptation().enabled()
            ? Optional.of(
                new BaseModelPlan.Adaptation(
                    settings.adaptation().configuredPeft(),
                    settings.adaptation().training(),
                    settings.adaptation().stopping(),
                    settings.adaptation().balanced()))
            : Optional.empty());
  }

  /** The personal side, of which nothing is made yet. */
  Personal personal(ServedModel served) {
    BoundPeft peft = BoundPeft.of(settings.configuredPeft(), served.model());
    EmbeddingStages embeddings = new EmbeddingStages(scope, served, settings.sharers().encoder());
    SelectionStage selection =
        new SelectionStage(
            scope, embeddings, settings.sharers().selection(), settings.sharers().count());
    AdapterStages adapters = new AdapterStages(scope, served, peft, settings.training());
    Personal.PieceSettings pieces =
        new Personal.PieceSettings(
            PieceScheme.of(settings.configuredDecomposition(), peft, served.model()),
            settings.configuredGating(),
            settings.pool().sharingRatio(),
            settings.assembly());
    return new Personal(scope, served, embeddings, selection, adapters, pieces);
  }

  private TrialResult result(ServedModel served, Personal personal, List<MethodResult> methods) {
    return new TrialResult(
        scope.dataset().task().name(),
        methods,
        Optional.empty(),
        Map.of(),
        provenance(served, personal));
  }

  private TrialResult result(
      ServedModel served,
      Personal personal,
      List<MethodResult> methods,
      Chosen chosen,
      AnswerStages answers) {
    Map<Integer, String> sharerOf = personal.sharerOfPiece(chosen.assemblies());
    List<String> targets = Users.ids(scope.split().targets());
    List<String> sharers = Users.ids(personal.sharers());
    Optional<Truth> truth = scope.dataset().truth();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.putAll(
        new ChoiceFigures(targets, sharers, sharerOf)
            .of(chosen.assemblies(), truth, personal.scoreHubness()));
    List<List<Answer>> plain = answers.of(chosen.method(), Serving.BASE);
    figures.putAll(new AnswerChange(plain, chosen.answers()).figures());
    List<MethodResult> all = methods;
    if (truth.isPresent() && truth.get().mixtures().keySet().containsAll(sharers)) {
      int k = settings.assembly().topK();
      PlantedRecall recall = new PlantedRecall(sharers, sharerOf, k);
      MetricResult found = recall.of(targets, chosen.assemblies(), truth.get());
      MetricResult chance = recall.chance(targets);
      all = with(with(methods, chosen.method(), found), Evaluation.CHANCE, chance);
    }
    return new TrialResult(
        scope.dataset().task().name(),
        all,
        Optional.of(new ResultTable.Example(targets.get(0), chosen.assemblies().get(0), sharerOf)),
        figures,
        provenance(served, personal));
  }

  /** The results with one more metric of a method, which need not be among them. */
  private static List<MethodResult> with(
      List<MethodResult> methods, String name, MetricResult metric) {
    if (methods.stream().noneMatch(one -> one.method().equals(name))) {
      List<MethodResult> more = new ArrayList<>(methods);
      more.add(new MethodResult(name, Optional.empty(), List.of(metric)));
      return more;
    }
    return methods.stream().map(one -> one.method().equals(name) ? one.with(metric) : one).toList();
  }

  private TrialProvenance provenance(ServedModel served, Personal personal) {
    List<User> sharers = personal.selected() ? personal.sharers() : List.of();
    Map<String, Integer> users = new LinkedHashMap<>();
    users.put("base", scope.split().base().size());
    users.put("candidates", scope.split().candidates().size());
    users.put("sharers", sharers.size());
    users.put("targets", scope.split().targets().size());
    return new TrialProvenance(
        scope.dataset().hash(),
        served.baseHash(),
        served.model().hash(),
        scope.services().engine().description(),
        settings.device(),
        users,
        Users.ids(sharers),
        scope.stages().times());
  }
}
