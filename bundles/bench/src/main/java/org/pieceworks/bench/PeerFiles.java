package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the peer reads: its scripts, and directories of tensors with an index. */
final class PeerFiles {

  /** The script that answers requests. */
  static final String MAIN = "main.py";

  private static final List<String> SCRIPTS =
      List.of(
          MAIN, "assembly.py", "clock.py", "data.py", "generation.py", "model.py", "training.py");
  private static final ObjectMapper JSON = new ObjectMapper();

  private PeerFiles() {}

  /** Writes the scripts into a directory. */
  static void scripts(Path directory) throws IOException {
    for (String script : SCRIPTS) {
      try (InputStream in = PeerFiles.class.getResourceAsStream("/peer/" + script)) {
        Files.copy(in, directory.resolve(script));
      }
    }
  }

  /**
   * Writes tensors one after the other, little-endian, and where each lies.
   *
   * @param tensors float32 or int64
   * @param facts numbers, by name
   */
  static void data(Path directory, Map<String, NDArray> tensors, Map<String, ?> facts) {
    List<Map<String, Object>> entries = new ArrayList<>();
    try {
      Files.createDirectories(directory);
      long offset = 0;
      try (OutputStream out = Files.newOutputStream(directory.resolve("tensors.bin"))) {
        for (Map.Entry<String, NDArray> tensor : tensors.entrySet()) {
          NDArray array = tensor.getValue();
          byte[] bytes = bytes(array);
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("name", tensor.getKey());
          entry.put("kind", array.getDataType().name().toLowerCase(Locale.ROOT));
          entry.put("shape", array.getShape().getShape());
          entry.put("offset", offset);
          entry.put("bytes", bytes.length);
          entries.add(entry);
          out.write(bytes);
          offset += bytes.length;
        }
      }
      JSON.writeValue(
          directory.resolve("index.json").toFile(), Map.of("tensors", entries, "facts", facts));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write for the peer: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(NDArray array) {
    boolean whole = array.getDataType() == DataType.INT64;
    int width = whole ? Long.BYTES : Float.BYTES;
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(width, Math.toIntExact(array.size())))
            .order(ByteOrder.LITTLE_ENDIAN);
    if (whole) {
      buffer.asLongBuffer().put(array.toLongArray());
    } else {
      buffer.asFloatBuffer().put(array.toFloatArray());
    }
    return buffer.array();
  }
}
