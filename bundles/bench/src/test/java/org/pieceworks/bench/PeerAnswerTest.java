package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerAnswerTest {

  @Test
  void aRequestIsOneLineThatSaysWhatIsToBeDone() {
    assertEquals(
        "{\"rows\":8,\"do\":\"generate\"}", PeerAnswer.request("generate", Map.of("rows", 8)));
    assertEquals("{\"do\":\"lora_step\"}", PeerAnswer.request("lora_step", Map.of()));
  }

  @Test
  void readsWhatWasDone() {
    JsonNode answer = PeerAnswer.of("{\"ok\": {\"seconds\": 0.5, \"losses\": [8.25, 8]}}");
    assertEquals(0.5, answer.path(Contest.SECONDS).asDouble());
    assertArrayEquals(new double[] {8.25, 8}, Contest.numbers(answer.path("losses")));
    assertEquals(List.of(8, 8), Contest.whole(answer.path("losses")));
    assertEquals(0, PeerAnswer.of("{\"ok\": {}}").size());
  }

  @Test
  void aFailureSpeaksForItself() {
    assertEquals("ValueError: no", failure("{\"error\": \"ValueError: no\"}"));
    assertEquals("No module named 'torch'", failure("{\"missing\": \"No module named 'torch'\"}"));
  }

  @Test
  void whatIsNoAnswerIsAFailure() {
    assertEquals("said hello", failure("hello"));
    assertEquals("said {}", failure("{}"));
    assertEquals("said 7", failure("7"));
  }

  private static String failure(String line) {
    return assertThrows(PeerException.class, () -> PeerAnswer.of(line)).getMessage();
  }
}
