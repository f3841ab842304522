package org.pieceworks.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.experiment.stage.CodeVersion;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;
import org.pieceworks.storage.AtomicFiles;

/** Makes a checkpoint of a model that a plug-in brings. */
record ImportStage(Scope scope, PretrainedModel pretrained) {

  private static final int VERSION = 1;
  private static final String CHECKPOINT = "checkpoint";

  StageKey key() {
    return scope
        .stages()
        .key("import", VERSION)
        .with("code", CodeVersion.of(scope.services().models()))
        .with("model", pretrained.hash())
        .build();
  }

  /** The checkpoint directory. */
  Path checkpoint() {
    Stage stage =
        scope.stages().resolve(key(), 0, (directory, facts, progress) -> write(directory));
    return stage.file(CHECKPOINT);
  }

  private void write(Path directory) throws IOException {
    Path files = Files.createTempDirectory("pretrained");
    try {
      pretrained.writeTo(files);
      scope.services().models().importOnnx(files, directory.resolve(CHECKPOINT));
    } finally {
      AtomicFiles.deleteTree(files);
    }
  }
}
