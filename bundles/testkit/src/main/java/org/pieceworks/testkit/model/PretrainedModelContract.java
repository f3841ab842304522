package org.pieceworks.testkit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.storage.Hashes;
import org.pieceworks.testkit.SmallModels;

/** What every pretrained model keeps: its files are what it says, and the workbench reads them. */
public abstract class PretrainedModelContract {

  @TempDir Path folder;

  /** The model. */
  protected abstract PretrainedModel model();

  @Test
  void statesItsLicense() {
    assertFalse(model().license().isBlank());
  }

  @Test
  void writesTheFileWhoseHashItKnows() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    model().writeTo(files);
    assertEquals(model().hash(), Hashes.sha256(files.resolve("model.onnx")));
    assertTrue(Files.isRegularFile(files.resolve("tokenizer.json")));
  }

  @Test
  void isReadAsABaseModel() throws IOException {
    Path files = Files.createDirectory(folder.resolve("files"));
    model().writeTo(files);
    CheckpointModels models = new CheckpointModels(new Djl());
    Path checkpoint = folder.resolve("checkpoint");
    models.importOnnx(files, checkpoint);
    try (NDManager manager = SmallModels.manager();
        BaseModel read = models.load(checkpoint, Precision.FLOAT32, manager)) {
      assertTrue(read.tokenizer().encode(List.of("a text")).get(0).length > 0);
    }
  }
}
