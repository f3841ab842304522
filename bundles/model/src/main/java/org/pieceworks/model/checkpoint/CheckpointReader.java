package org.pieceworks.model.checkpoint;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.model.bert.BertNames;
import org.pieceworks.model.llama.WeightNames;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorInfo;

/** Reads a Hugging Face checkpoint directory and checks every tensor against its config. */
public final class CheckpointReader {

  static final String WEIGHTS = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";

  private CheckpointReader() {}

  /**
   * The shape of a checkpoint's model.
   *
   * @throws BadInputException if {@code config.json} is missing, damaged or of another architecture
   */
  public static ModelConfig config(Path directory) {
    return ConfigFile.read(directory);
  }

  /**
   * The weights.
   *
   * @throws BadInputException if a file is missing or damaged, or a tensor missing, of a wrong
   *     shape or not of floating-point numbers
   */
  public static Map<String, NDArray> weights(
      Path directory, ModelConfig config, DataType type, NDManager manager) {
    Map<String, Shape> shapes =
        config instanceof DecoderConfig decoder
            ? WeightNames.shapes(decoder)
            : BertNames.shapes((EncoderConfig) config);
    Set<Path> files = files(directory);
    check(directory, files, shapes);
    Map<String, NDArray> weights = new LinkedHashMap<>();
    shapes.keySet().forEach(name -> weights.put(name, null));
    for (Path file : files) {
      Safetensors.read(file, manager, type)
          .forEach(
              (name, array) -> {
                // Tied heads and rotary buffers that some writers store are not needed.
                if (shapes.containsKey(name)) {
                  weights.put(name, array);
                } else {
                  array.close();
                }
              });
    }
    return weights;
  }

  /** Looks at the headers alone, so that a wrong checkpoint is refused before it fills memory. */
  private static void check(Path directory, Set<Path> files, Map<String, Shape> shapes) {
    Map<String, Path> origin = new LinkedHashMap<>();
    for (Path file : files) {
      for (Map.Entry<String, TensorInfo> entry : Safetensors.header(file).entrySet()) {
        String name = entry.getKey();
        Shape expected = shapes.get(name);
        if (expected != null) {
          check(file + ": tensor " + name, entry.getValue(), expected);
          Path before = origin.put(name, file);
          if (before != null) {
            throw BadInputException.of(
                file + ": tensor " + name, "it in " + before + ", too", "it in one file");
          }
        }
      }
    }
    shapes.forEach(
        (name, shape) -> {
          if (!origin.containsKey(name)) {
            throw BadInputException.of(
                (files.size() == 1 ? files.iterator().next() : directory).toString(),
                "no tensor " + name,
                "one of shape " + shape + " by " + ConfigFile.NAME);
          }
        });
  }

  private static void check(String where, TensorInfo found, Shape expected) {
    if (!found.shape().equals(expected)) {
      throw BadInputException.of(
          where, "shape " + found.shape(), expected + " by " + ConfigFile.NAME);
    }
    if (!found.type().isFloating()) {
      throw BadInputException.of(where, found.type() + " elements", "floating-point numbers");
    }
  }

  private static Set<Path> files(Path directory) {
    Path index = directory.resolve(INDEX);
    Path whole = directory.resolve(WEIGHTS);
    if (!Files.exists(index)) {
      if (!Files.exists(whole)) {
        throw BadInputException.of(
            directory.toString(), "no weights", WEIGHTS + ", or shards with " + INDEX);
      }
      return Set.of(whole);
    }
    JsonObjectFile json = JsonObjectFile.read(index, "the index of a checkpoint's shards");
    Set<String> names = new TreeSet<>();
    for (JsonNode name : json.node("weight_map")) {
      names.add(name.asText());
    }
    if (names.isEmpty()) {
      throw json.bad("weight_map", "nothing", "a file name per tensor");
    }
    Set<Path> files = new LinkedHashSet<>();
    names.forEach(name -> files.add(directory.resolve(name)));
    return files;
  }
}
