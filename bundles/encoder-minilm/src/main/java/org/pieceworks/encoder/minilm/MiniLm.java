package org.pieceworks.encoder.minilm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.model.PretrainedModel;

/** The sentence encoder all-MiniLM-L6-v2. */
@Component(service = PretrainedModel.class)
public final class MiniLm implements PretrainedModel {

  @Override
  public String name() {
    return "minilm";
  }

  @Override
  public String summary() {
    return "The sentence encoder all-MiniLM-L6-v2: 6 layers of width 384, 22.7 M parameters,"
        + " English text.";
  }

  @Override
  public String source() {
    return "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2";
  }

  @Override
  public String license() {
    return "Apache-2.0";
  }

  @Override
  public String hash() {
    return "ca46f1a88a9c6e61b918af1ab38be3e7903b986616551f0a6f10a7ecc5730cd4";
  }

  @Override
  public void writeTo(Path directory) throws IOException {
    copy("/all-minilm-l6-v2.onnx", directory.resolve("model.onnx"));
    copy("/all-minilm-l6-v2-tokenizer.json", directory.resolve("tokenizer.json"));
  }

  private static void copy(String resource, Path target) throws IOException {
    try (InputStream in = MiniLm.class.getResourceAsStream(resource)) {
      Files.copy(in, target);
    }
  }
}
