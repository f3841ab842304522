package org.pieceworks.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lines that go to the peer and come from it: JSON, one a line. */
final class PeerAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PeerAnswer() {}

  /** A line that asks for something. */
  static String request(String what, Map<String, ?> arguments) {
    Map<String, Object> request = new LinkedHashMap<>(arguments);
    request.put("do", what);
    try {
      return JSON.writeValueAsString(request);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + request, e);
    }
  }

  /**
   * What a line says.
   *
   * @throws PeerException if it says that something went wrong, or says nothing
   */
  static JsonNode of(String line) {
    JsonNode answer;
    try {
      answer = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new PeerException("said " + line);
    }
    if (answer.hasNonNull("ok")) {
      return answer.get("ok");
    }
    for (String wrong : new String[] {"missing", "error"}) {
      if (answer.hasNonNull(wrong)) {
        throw new PeerException(answer.get(wrong).asText());
      }
    }
    throw new PeerException("said " + line);
  }
}
