package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;
import org.pieceworks.storage.Safetensors;

/**
 * History embeddings. Candidates are embedded all at once, and so are targets: who is asked for
 * does not change anybody's numbers.
 */
final class EmbeddingStages {

  private static final int VERSION = 1;
  static final String STAGE = "embeddings";
  static final String FILE = "embeddings.safetensors";
  private static final String TENSOR = "embeddings";

  private final Scope scope;
  private final ServedModel served;
  private final Use<HistoryEncoder<?>> encoder;
  private final Map<String, Stage> stages = new HashMap<>();

  EmbeddingStages(Scope scope, ServedModel served, Use<HistoryEncoder<?>> encoder) {
    this.scope = scope;
    this.served = served;
    this.encoder = encoder;
  }

  /** The key of the stage that embeds a population. */
  StageKey key(List<User> population) {
    StageKey.Builder key =
        scope
            .stages()
            .key(STAGE, VERSION)
            .with("model", imported().map(stage -> stage.key().key()).orElse(served.key()))
            .with("code", scope.services().computing())
            .with("encoder", PluginKey.of(encoder))
            .with("task", scope.dataset().task())
            .with("users", Users.histories(population));
    if (encoder.plugin().readsBase()) {
      key.with("base", Users.histories(scope.split().base()));
    }
    return key.build();
  }

  /** One embedding per user, {@code [users][width]}. */
  float[][] of(List<User> users, List<User> population) {
    float[][] all = read(stage(population).file(FILE));
    Map<String, Integer> places = places(population);
    return users.stream().map(user -> all[places.get(user.id())]).toArray(float[][]::new);
  }

  /** Wall-clock seconds that one user's embedding took. */
  double secondsPerUser(List<User> population) {
    return stage(population).seconds() / population.size();
  }

  private Stage stage(List<User> population) {
    StageKey key = key(population);
    return stages.computeIfAbsent(key.key(), k -> resolve(key, population));
  }

  private Stage resolve(StageKey key, List<User> population) {
    // Before the stage itself: what the import takes is nobody's embedding.
    Optional<Path> checkpoint = imported().map(ImportStage::checkpoint);
    return scope
        .stages()
        .resolve(
            key,
            population.size(),
            (directory, facts, progress) ->
                write(directory.resolve(FILE), encode(population, checkpoint, progress)));
  }

  /** The model that the encoder brings along. */
  private Optional<ImportStage> imported() {
    return encoder.plugin().reads().map(pretrained -> new ImportStage(scope, pretrained));
  }

  /** The embeddings of anybody now; nothing of them is kept. */
  float[][] now(List<User> users, Progress progress) {
    return encode(users, imported().map(ImportStage::checkpoint), progress);
  }

  private float[][] encode(List<User> population, Optional<Path> checkpoint, Progress progress) {
    if (checkpoint.isEmpty()) {
      return encode(population, served.model(), progress);
    }
    try (BaseModel model =
        scope.services().models().load(checkpoint.get(), Precision.FLOAT32, scope.manager())) {
      return encode(population, model, progress);
    }
  }

  private float[][] encode(List<User> population, BaseModel model, Progress progress) {
    List<User> base = encoder.plugin().readsBase() ? scope.split().base() : List.of();
    EncodingContext context =
        new EncodingContext(population, base, scope.dataset().task(), model, progress);
    float[][] vectors = Configured.encode(encoder, context);
    check(vectors, population.size());
    return vectors;
  }

  /** An encoder is a plug-in: what it gives is looked at before it is kept. */
  private void check(float[][] vectors, int users) {
    long widths = Arrays.stream(vectors).mapToInt(vector -> vector.length).distinct().count();
    if (vectors.length != users || widths != 1) {
      throw new IllegalStateException(
          "history encoder %s gave %d vectors of %d widths for %d users"
              .formatted(encoder.name(), vectors.length, widths, users));
    }
  }

  private static Map<String, Integer> places(List<User> population) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < population.size(); i++) {
      places.put(population.get(i).id(), i);
    }
    return places;
  }

  private void write(Path file, float[][] vectors) {
    int width = vectors[0].length;
    float[] flat = new float[vectors.length * width];
    for (int i = 0; i < vectors.length; i++) {
      System.arraycopy(vectors[i], 0, flat, i * width, width);
    }
    try (NDManager manager = scope.manager().newSubManager()) {
      NDArray array = manager.create(flat, new Shape(vectors.length, width));
      Safetensors.write(file, Map.of(TENSOR, array), Map.of());
    }
  }

  private float[][] read(Path file) {
    return read(file, scope.manager());
  }

  /** Reads what a stage holds, {@code [users][width]}. */
  static float[][] read(Path file, NDManager holder) {
    try (NDManager manager = holder.newSubManager()) {
      NDArray array = Safetensors.read(file, manager).get(TENSOR);
      int width = (int) array.getShape().get(1);
      float[] flat = array.toFloatArray();
      float[][] vectors = new float[(int) array.getShape().get(0)][];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
      }
      return vectors;
    }
  }
}
