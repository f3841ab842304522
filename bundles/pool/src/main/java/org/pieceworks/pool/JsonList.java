package org.pieceworks.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pieceworks.api.BadInputException;

/** A list of an exported pool. */
record JsonList(Path file, JsonNode root) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a list.
   *
   * @param what it belongs to, for messages
   */
  static JsonList read(Path file, String what) {
    try {
      return new JsonList(file, JSON.readTree(Files.readAllBytes(file)));
    } catch (JsonProcessingException e) {
      throw new BadInputException(file + ": not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read; expected " + what, e);
    }
  }

  static String text(JsonNode node, String key, String where) {
    if (!node.path(key).isTextual()) {
      throw BadInputException.of(where + "." + key, node.path(key).toString(), "text");
    }
    return node.path(key).asText();
  }

  static List<String> texts(JsonNode node, String key, String where) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : node.path(key)) {
      if (!text.isTextual()) {
        throw BadInputException.of(where + "." + key, text.toString(), "text");
      }
      texts.add(text.asText());
    }
    return texts;
  }
}
