package org.pieceworks.storage;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pieceworks.api.BadInputException;

/** The JSON header of a safetensors file: composed, or read without believing anything in it. */
final class SafetensorsHeader {

  /** The format's own bound on the header. */
  private static final long MOST_BYTES = 100_000_000;

  private static final int ALIGNMENT = 8;
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private SafetensorsHeader() {}

  /**
   * Where each tensor goes, in the order of the file: wide elements first, so that all are aligned;
   * then by name.
   *
   * @param wanted their types and shapes, wherever they are
   */
  static Map<String, TensorInfo> layout(Map<String, TensorInfo> wanted) {
    List<String> names = new ArrayList<>(new TreeMap<>(wanted).keySet());
    names.sort(Comparator.comparingInt(name -> -TensorTypes.bytes(wanted.get(name).type())));
    Map<String, TensorInfo> layout = new LinkedHashMap<>();
    long begin = 0;
    for (String name : names) {
      DataType type = wanted.get(name).type();
      Shape shape = wanted.get(name).shape();
      long end = begin + shape.size() * TensorTypes.bytes(type);
      layout.put(name, new TensorInfo(type, shape, begin, end));
      begin = end;
    }
    return layout;
  }

  /** The header of these tensors, filled up with blanks to a multiple of eight bytes. */
  static byte[] compose(Map<String, TensorInfo> layout, Map<String, String> metadata)
      throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      new TreeMap<>(metadata).forEach(root.putObject(METADATA)::put);
    }
    layout.forEach(
        (name, info) -> {
          ObjectNode node = root.putObject(name);
          node.put("dtype", TensorTypes.name(info.type()));
          ArrayNode shape = node.putArray("shape");
          for (long length : info.shape().getShape()) {
            shape.add(length);
          }
          node.putArray("data_offsets").add(info.begin()).add(info.end());
        });
    String json = JSON.writeValueAsString(root);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    int padding = (ALIGNMENT - bytes % ALIGNMENT) % ALIGNMENT;
    return (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The length of the header, as the first eight bytes say.
   *
   * @throws BadInputException if the file is shorter than that, or the length absurd
   */
  static int length(ByteBuffer start, String file, long fileBytes) {
    if (fileBytes < Long.BYTES) {
      throw BadInputException.of(file, fileBytes + " bytes", "a safetensors file");
    }
    long length = start.order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    long most = Math.min(MOST_BYTES, fileBytes - Long.BYTES);
    if (length < 2 || length > most) {
      throw BadInputException.of(
          file + ": header length",
          Long.toUnsignedString(length),
          "2 to " + most + "; the file is truncated or no safetensors file");
    }
    return (int) length;
  }

  /**
   * Parses and checks.
   *
   * @param file for messages
   * @param dataBytes how many bytes follow the header
   */
  static Map<String, TensorInfo> parse(byte[] json, String file, long dataBytes) {
    JsonNode root = tree(json, file);
    Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (METADATA.equals(entry.getKey())) {
        checkMetadata(entry.getValue(), file);
      } else {
        String where = file + ": tensor " + entry.getKey();
        tensors.put(entry.getKey(), tensor(entry.getValue(), where, dataBytes));
      }
    }
    checkCover(tensors, file, dataBytes);
    return tensors;
  }

  private static JsonNode tree(byte[] json, String file) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          file + ": the safetensors header is not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadInputException(file + ": the safetensors header is not valid JSON", e);
    }
    if (root == null || !root.isObject()) {
      throw BadInputException.of(
          file + ": header", String.valueOf(root), "an object with an entry per tensor");
    }
    return root;
  }

  private static void checkMetadata(JsonNode metadata, String file) {
    if (!metadata.isObject()) {
      throw BadInputException.of(file + ": " + METADATA, metadata.toString(), "texts by name");
    }
    for (Map.Entry<String, JsonNode> entry : metadata.properties()) {
      if (!entry.getValue().isTextual()) {
        throw BadInputException.of(
            file + ": " + METADATA + ": " + entry.getKey(), entry.getValue().toString(), "a text");
      }
    }
  }

  private static TensorInfo tensor(JsonNode node, String where, long dataBytes) {
    DataType type = TensorTypes.parse(node.path("dtype"), where);
    Shape shape = shape(node.path("shape"), where);
    JsonNode offsets = node.path("data_offsets");
    if (!offsets.isArray()
        || offsets.size() != 2
        || !isWhole(offsets.get(0))
        || !isWhole(offsets.get(1))) {
      throw BadInputException.of(where + ": data_offsets", shown(offsets), "[begin, end]");
    }
    long begin = offsets.get(0).asLong();
    long end = offsets.get(1).asLong();
    if (begin < 0 || end < begin || end > dataBytes) {
      throw BadInputException.of(
          where + ": data_offsets", offsets.toString(), "offsets within " + dataBytes + " bytes");
    }
    int width = TensorTypes.bytes(type);
    if ((end - begin) % width != 0 || shape.size() != (end - begin) / width) {
      throw BadInputException.of(
          where,
          (end - begin) + " bytes",
          "as many as shape " + shape + " of " + TensorTypes.name(type) + " takes");
    }
    return new TensorInfo(type, shape, begin, end);
  }

  private static Shape shape(JsonNode node, String where) {
    if (!node.isArray()) {
      throw BadInputException.of(where + ": shape", shown(node), "a list of lengths");
    }
    long[] lengths = new long[node.size()];
    long product = 1;
    for (int i = 0; i < lengths.length; i++) {
      if (!isWhole(node.get(i)) || node.get(i).asLong() < 0) {
        throw BadInputException.of(
            where + ": shape", node.toString(), "whole lengths of at least 0");
      }
      lengths[i] = node.get(i).asLong();
      try {
        product = Math.multiplyExact(product, Math.max(1, lengths[i]));
      } catch (ArithmeticException e) {
        throw new BadInputException(where + ": shape " + node + " is larger than any file", e);
      }
    }
    return new Shape(lengths);
  }

  private static boolean isWhole(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong();
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.toString();
  }

  private static void checkCover(Map<String, TensorInfo> tensors, String file, long dataBytes) {
    List<Map.Entry<String, TensorInfo>> byBegin = new ArrayList<>(tensors.entrySet());
    byBegin.sort(
        Comparator.comparingLong((Map.Entry<String, TensorInfo> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long reached = 0;
    for (Map.Entry<String, TensorInfo> entry : byBegin) {
      if (entry.getValue().begin() != reached) {
        throw BadInputException.of(
            file + ": tensor " + entry.getKey(),
            "bytes from " + entry.getValue().begin(),
            "bytes from " + reached + ", without gap or overlap");
      }
      reached = entry.getValue().end();
    }
    if (reached != dataBytes) {
      throw BadInputException.of(
          file, dataBytes + " bytes of data", reached + " bytes as the header says");
    }
  }
}
