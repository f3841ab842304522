package org.pieceworks.encoder.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.TextPasses;
import org.pieceworks.testkit.selection.HistoryEncoderContract;

class MiniLmEncoderTest extends HistoryEncoderContract<MiniLmOptions> {

  @TempDir static Path folder;

  @BeforeAll
  static void importModel() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    new MiniLm().writeTo(source);
    new CheckpointModels(new Djl()).importOnnx(source, folder.resolve("checkpoint"));
  }

  @Override
  protected HistoryEncoder<MiniLmOptions> encoder() {
    return new MiniLmEncoder(new TextPasses());
  }

  @Override
  protected MiniLmOptions options() {
    return new MiniLmOptions(0, 256);
  }

  @Override
  protected List<BaseModel> models(NDManager manager) {
    CheckpointModels models = new CheckpointModels(new Djl());
    return List.of(models.load(folder.resolve("checkpoint"), Precision.FLOAT32, manager));
  }

  @Test
  void itReadsWithTheModelThatComesAlong() {
    assertEquals(new MiniLm().hash(), encoder().reads().map(model -> model.hash()).orElseThrow());
  }
}
