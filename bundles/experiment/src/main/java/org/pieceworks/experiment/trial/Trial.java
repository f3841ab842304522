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
    ServedModel served = new BaseModelStages(scope, baseModel()).served();
    Personal personal = personal(served);
    AnswerStages answers =
        new AnswerStages(scope, served, personal.peft(), settings.answers(), settings.generation());
    Evaluation evaluation = new Evaluation(scope, metrics);
    List<MethodResult> methods = new ArrayList<>();
    List<Assembly> assemblies = List.of();
    for (Use<Method<?>> method : settings.methods()) {
      scope.stages().checkCancelled();
      if (!method.plugin().appliesTo(scope.dataset().task())) {
        continue;
      }
      try (NDManager manager = scope.manager().newSubManager()) {
        Serving serving = Configured.prepare(method, new TrialContext(scope, personal, manager));
        List<MetricResult> values = evaluation.of(answers.of(method.name(), serving));
        methods.add(new MethodResult(method.name(), Optional.of(serving.cost()), values));
        if (assemblies.isEmpty() && serving instanceof Serving.Adapted adapted) {
          assemblies = adapted.assemblies();
        }
      }
    }
    methods.addAll(evaluation.levels());
    return result(served, personal, methods, assemblies);
  }

  private BaseModelPlan baseModel() {
    String checkpoint = settings.model().checkpoint();
    return new BaseModelPlan(
        checkpoint.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(checkpoint)),
        settings.model().pretrained().map(Use::plugin),
        settings.model().precision(),
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

  private Personal personal(ServedModel served) {
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

  private TrialResult result(
      ServedModel served,
      Personal personal,
      List<MethodResult> methods,
      List<Assembly> assemblies) {
    Optional<ResultTable.Example> example = Optional.empty();
    Map<String, Double> figures = Map.of();
    if (!assemblies.isEmpty()) {
      Map<Integer, String> sharerOf = personal.sharerOfPiece();
      List<String> targets = Users.ids(scope.split().targets());
      List<String> sharers = Users.ids(personal.sharers());
      example = Optional.of(new ResultTable.Example(targets.get(0), assemblies.get(0), sharerOf));
      figures =
          new ChoiceFigures(targets, sharers, sharerOf)
              .of(assemblies, scope.dataset().truth(), personal.scoreHubness());
    }
    return new TrialResult(
        scope.dataset().task().name(), methods, example, figures, provenance(served, personal));
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
