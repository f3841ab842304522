package org.pieceworks.experiment.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.User;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/** Selects the sharers among the candidates. */
record SelectionStage(
    Scope scope, EmbeddingStages embeddings, Use<SharerSelection<?>> selection, int count) {

  private static final int VERSION = 1;
  private static final String FILE = "sharers.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The sharers, in data set order. */
  List<User> sharers() {
    List<User> candidates = scope.split().candidates();
    Stage stage =
        scope
            .stages()
            .resolve(
                key(),
                candidates.size(),
                (directory, facts, progress) -> select(candidates, directory));
    return read(stage.file(FILE)).mapToObj(candidates::get).toList();
  }

  /** The key of the stage. */
  StageKey key() {
    List<User> candidates = scope.split().candidates();
    StageKey.Builder key =
        scope
            .stages()
            .key("selection", VERSION)
            .after("embeddings", embeddings.key(candidates))
            .with("plugin", PluginKey.of(selection))
            .with("count", count)
            .with("seed", scope.seed("selection"));
    if (selection.plugin().readsTruth()) {
      key.with("targets", Users.ids(scope.split().targets()))
          .with("truth", scope.dataset().truth().map(Truths::hash));
    }
    return key.build();
  }

  private SelectionContext context(List<User> candidates) {
    Supplier<float[][]> vectors = Lazy.of(() -> embeddings.of(candidates, candidates));
    long seed = scope.seed("selection");
    return selection.plugin().readsTruth()
        ? new SelectionContext(
            candidates,
            vectors,
            count,
            seed,
            Users.ids(scope.split().targets()),
            scope.dataset().truth())
        : new SelectionContext(candidates, vectors, count, seed);
  }

  private void select(List<User> candidates, Path directory) throws IOException {
    List<Integer> chosen = Configured.select(selection, context(candidates));
    if (chosen.isEmpty()) {
      throw BadInputException.of(
          "sharers.selection " + selection.name(),
          "no sharer among " + candidates.size() + " candidates",
          "at least 1");
    }
    Files.write(directory.resolve(FILE), JSON.writeValueAsBytes(chosen));
  }

  private static IntStream read(Path file) {
    try {
      return IntStream.of(JSON.readValue(Files.readAllBytes(file), int[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
