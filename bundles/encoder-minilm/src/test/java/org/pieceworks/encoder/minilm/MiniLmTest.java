package org.pieceworks.encoder.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.storage.Hashes;

class MiniLmTest {

  private final MiniLm model = new MiniLm();

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    model.writeTo(folder);
  }

  @Test
  void weightsAreThoseOfItsHash() {
    assertEquals(model.hash(), Hashes.sha256(folder.resolve("model.onnx")));
  }
}
