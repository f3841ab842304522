package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Collectors;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.api.training.EarlyStopping;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/**
 * Adapts the base model to the task on the base users: an adapter, merged into the weights, and an
 * encoder's head. From here on both are frozen.
 */
record TaskAdaptation(Scope scope, BaseModelPlan plan, BaseModelPlan.Adaptation adaptation) {

  /** The adapted model within the stage's product. */
  static final String CHECKPOINT = "checkpoint";

  private static final int VERSION = 2;
  private static final String KEPT = "kept_step";

  StageKey key(String model) {
    return scope
        .stages()
        .key("adapt", VERSION)
        .with("model", model)
        .with("precision", plan.precision())
        .with("code", scope.services().computing())
        .with("encoding", ExampleEncoder.VERSION)
        .with("task", scope.dataset().task())
        .with("users", Users.everything(scope.split().base()))
        .with("peft", PluginKey.of(adaptation.peft().type(), adaptation.peft().options()))
        .with("training", adaptation.training())
        .with("stopping", adaptation.stopping())
        .with("balanced", adaptation.balanced())
        .with("seed", scope.seed("adapt"))
        .build();
  }

  /**
   * The stage that holds the adapted model.
   *
   * @param base the model as it came
   * @param key what says which it is
   */
  Stage resolve(BaseModel base, String key) {
    if (scope.split().base().isEmpty()) {
      throw BadInputException.of("split.base", "0", "at least 1, or adaptation.enabled: false");
    }
    return scope
        .stages()
        .resolve(key(key), 0, (dir, facts, progress) -> adapt(base, dir, facts, progress));
  }

  private void adapt(
      BaseModel base, Path directory, ObjDoubleConsumer<String> facts, Progress progress) {
    BaseModel model = withHead(base).checkpointing(plan.checkpointing());
    Adapters adapters = adaptation.peft().on(model);
    long seed = scope.seed("adapt");
    try (NDManager manager = scope.manager().newSubManager();
        Bank bank = adapters.create(1, seed, manager)) {
      HeadTuning tuning = HeadTuning.of(model, adapters);
      Map<String, NDArray> parameters = new LinkedHashMap<>(bank.flat());
      parameters.putAll(tuning.head(manager));
      TrainingLog log = train(model, parameters, tuning, progress);
      Trainings.checkFinite(log, List.of("the base users"));
      facts.accept(KEPT, log.kept()[0]);
      Map<Site, NDArray> deltas = new LinkedHashMap<>();
      bank.tensors()
          .forEach((site, tensors) -> deltas.put(site, adapters.delta(site, tensors).squeeze(0)));
      try (BaseModel merged = tuning.model(model, parameters).merged(deltas)) {
        merged.save(directory.resolve(CHECKPOINT), plan.precision());
      }
    }
  }

  private BaseModel withHead(BaseModel base) {
    Task task = scope.dataset().task();
    if (!(base instanceof Encoder encoder)) {
      return base;
    }
    if (task.labels().isEmpty()) {
      throw BadInputException.of(
          "model", "an encoder", "a decoder: the answers of task " + task.name() + " are texts");
    }
    boolean fits = encoder.config().labels().equals(task.labels());
    return fits ? encoder : encoder.withHead(task.labels());
  }

  private TrainingLog train(
      BaseModel model, Map<String, NDArray> parameters, HeadTuning tuning, Progress progress) {
    ExampleEncoder encoder = ExampleEncoder.of(scope.dataset().task(), model);
    BankTrainer trainer = scope.services().trainer();
    long seed = scope.seed("adapt");
    List<User> trained = new ArrayList<>();
    List<User> heldBack = new ArrayList<>();
    split(trained, heldBack);
    List<Example> all = encoder.everything(trained);
    List<List<Example>> examples = List.of(adaptation.balanced() ? balanced(all) : all);
    if (heldBack.isEmpty()) {
      return trainer.train(
          model, examples, parameters, tuning, adaptation.training(), seed, progress);
    }
    EarlyStopping stopping =
        new EarlyStopping(
            List.of(encoder.everything(heldBack)),
            adaptation.stopping().every(),
            adaptation.stopping().patience());
    return trainer.train(
        model, examples, parameters, tuning, adaptation.training(), stopping, seed, progress);
  }

  /** Weighs labels so that all of them count the same together, and examples one on average. */
  private static List<Example> balanced(List<Example> examples) {
    Map<Integer, Long> counts =
        examples.stream()
            .filter(LabelExample.class::isInstance)
            .collect(Collectors.groupingBy(e -> ((LabelExample) e).label(), Collectors.counting()));
    double mean = examples.size() / (double) Math.max(1, counts.size());
    return examples.stream()
        .map(
            example ->
                example instanceof LabelExample one
                    ? new LabelExample(one.tokens(), one.label(), mean / counts.get(one.label()))
                    : example)
        .toList();
  }

  /** Holds back whole users: what helps must help people who were not trained on. */
  private void split(List<User> trained, List<User> heldBack) {
    List<User> rest = new ArrayList<>(scope.split().base());
    int count = (int) Math.round(rest.size() * adaptation.stopping().heldBack());
    SplittableRandom random = new SplittableRandom(scope.seed("held back"));
    while (heldBack.size() < Math.min(count, scope.split().base().size() - 1)) {
      heldBack.add(rest.remove(random.nextInt(rest.size())));
    }
    trained.addAll(rest);
  }
}
