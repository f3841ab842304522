package org.pieceworks.encoder.minilm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

  @Test
  void configurationKnowsAsManyWordsAsTheTokenizer() throws IOException {
    JsonNode config = json("config.json");
    assertEquals(
        config.get("vocab_size").asInt(), json("tokenizer.json").at("/model/vocab").size());
    assertEquals("mean", config.get("pooling").asText());
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(file).toFile());
  }
}
