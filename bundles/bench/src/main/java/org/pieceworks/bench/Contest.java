package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Decoder;

/**
 * Both sides of a comparison.
 *
 * @param model of ours; the peer has the same weights
 * @param directory for what the peer is to read
 */
record Contest(Bench bench, Decoder model, PeerProcess peer, Path directory) {

  static final String SECONDS = "seconds";

  /** Hands the peer what it needs for a kind of work; it is then ready to begin. */
  void hand(String what, Map<String, NDArray> tensors, Map<String, ?> facts) {
    Path own = directory.resolve(what);
    PeerFiles.data(own, tensors, facts);
    peer.ask(what, Map.of("directory", own.toString()));
  }

  /** The numbers of an answer's list. */
  static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).asDouble();
    }
    return numbers;
  }

  /** The whole numbers of an answer's list. */
  static List<Integer> whole(JsonNode list) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(number -> numbers.add(number.asInt()));
    return numbers;
  }
}
