package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.api.training.PretrainingOptions;
import org.pieceworks.experiment.stage.CodeVersion;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/** Loads or pretrains the base model and adapts it to the task on the base users. */
record BaseModelStages(Scope scope, BaseModelPlan plan) {

  private static final int PRETRAIN = 1;
  private static final String CHECKPOINT = "checkpoint";
  private static final double NORM_EPSILON = 1e-5;
  private static final double ROPE_THETA = 10_000;

  /** A checkpoint directory and what says which it is. */
  private record Source(Path directory, String key) {}

  /** The model that serves; it is open until the scope's manager closes. */
  ServedModel served() {
    Source base =
        plan.checkpoint()
            .map(directory -> new Source(directory, ""))
            .or(() -> plan.pretrained().map(this::imported))
            .orElseGet(this::pretrained);
    try (BaseModel model = load(base.directory())) {
      String hash = model.hash();
      // A checkpoint is known by what it holds, not by where it lies.
      Source source = base.key().isEmpty() ? new Source(base.directory(), hash) : base;
      Source adapted = plan.adaptation().isPresent() ? adapted(model, source) : source;
      BaseModel served = load(adapted.directory()).checkpointing(plan.checkpointing());
      checkAnswers(served);
      ExampleEncoder encoder = ExampleEncoder.of(scope.dataset().task(), served);
      return new ServedModel(served, encoder, adapted.key(), hash);
    }
  }

  private BaseModel load(Path directory) {
    return scope.services().models().load(directory, plan.precision(), scope.manager());
  }

  /** An encoder answers with the labels of its head and with nothing else. */
  private void checkAnswers(BaseModel served) {
    List<String> labels = scope.dataset().task().labels();
    if (served instanceof Encoder encoder && !encoder.config().labels().equals(labels)) {
      throw BadInputException.of(
          "adaptation.enabled",
          "false, with an encoder whose head tells apart " + encoder.config().labels(),
          "true, or a checkpoint with a head for " + labels);
    }
  }

  private Source adapted(BaseModel base, Source source) {
    TaskAdaptation adaptation = new TaskAdaptation(scope, plan, plan.adaptation().orElseThrow());
    Stage stage = adaptation.resolve(base, source.key());
    return new Source(stage.file(TaskAdaptation.CHECKPOINT), adaptation.key(source.key()).key());
  }

  private Source imported(PretrainedModel pretrained) {
    ImportStage stage = new ImportStage(scope, pretrained);
    return new Source(stage.checkpoint(), stage.key().key());
  }

  private Source pretrained() {
    List<User> users = scope.split().base();
    if (users.isEmpty()) {
      throw BadInputException.of(
          "split.base", "0", "at least 1 where the base model is trained from scratch");
    }
    StageKey key =
        scope
            .stages()
            .key("pretrain", PRETRAIN)
            .with("code", scope.services().computing())
            .with("pretrainer", CodeVersion.of(scope.services().pretrainer()))
            .with("encoding", ExampleEncoder.VERSION)
            .with("task", scope.dataset().task())
            .with("users", Users.everything(users))
            .with("options", plan.embedded())
            .with("seed", scope.seed("pretrain"))
            .build();
    Stage stage = scope.stages().resolve(key, 0, (dir, facts, progress) -> pretrain(dir, progress));
    return new Source(stage.file(CHECKPOINT), key.key());
  }

  private void pretrain(Path directory, Progress progress) throws IOException {
    PretrainingOptions options = plan.embedded();
    Path tokenizer = directory.resolve("tokenizer.json");
    progress.report(0, 0, "texts");
    scope.services().models().trainTokenizer(texts(), options.vocabulary(), tokenizer);
    long seed = scope.seed("pretrain");
    try (NDManager manager = scope.manager().newSubManager();
        BaseModel fresh =
            scope.services().models().create(config(options), tokenizer, seed, manager)) {
      List<Example> examples =
          ExampleEncoder.of(scope.dataset().task(), fresh).everything(scope.split().base());
      try (BaseModel trained =
          scope.services().pretrainer().pretrain(fresh, examples, options, seed, progress)) {
        trained.save(directory.resolve(CHECKPOINT), Precision.FLOAT32);
      }
    }
    Files.delete(tokenizer);
  }

  private static DecoderConfig config(PretrainingOptions options) {
    if (options.width() % options.heads() != 0) {
      throw BadInputException.of(
          "model.embedded.heads",
          String.valueOf(options.heads()),
          "a divisor of the width " + options.width());
    }
    if (options.heads() % options.keyValueHeads() != 0) {
      throw BadInputException.of(
          "model.embedded.key-value-heads",
          String.valueOf(options.keyValueHeads()),
          "a divisor of the " + options.heads() + " heads");
    }
    return new DecoderConfig(
        options.width(),
        options.layers(),
        options.heads(),
        options.keyValueHeads(),
        options.width() / options.heads(),
        options.feedForward(),
        options.vocabulary(),
        NORM_EPSILON,
        ROPE_THETA,
        options.maxPositions(),
        false,
        1,
        2);
  }

  /** What the tokenizer learns from: prompts and answers as the model will see them. */
  private List<String> texts() {
    PromptText text = new PromptText(scope.dataset().task());
    List<String> texts = new ArrayList<>();
    for (User user : scope.split().base()) {
      user.history().forEach(item -> texts.add(whole(text, item)));
      user.queries().forEach(item -> texts.add(whole(text, item)));
    }
    return texts;
  }

  private static String whole(PromptText text, Item item) {
    String[] words = PromptText.words(item.input(), Integer.MAX_VALUE);
    return text.prompt(words, words.length) + PromptText.answer(item.output());
  }
}
