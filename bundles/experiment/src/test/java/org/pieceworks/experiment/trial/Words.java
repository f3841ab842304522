package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pieceworks.api.model.Tokenizer;

/** One token per word; ids from 3 in the order of first sight. */
final class Words implements Tokenizer {
  private final Map<String, Integer> ids = new LinkedHashMap<>();

  @Override
  public int[] encode(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .mapToInt(word -> ids.computeIfAbsent(word, w -> ids.size() + 3))
        .toArray();
  }

  @Override
  public String decode(int[] tokens) {
    List<String> words = new ArrayList<>(ids.keySet());
    return Arrays.stream(tokens)
        .filter(t -> t > 2)
        .mapToObj(t -> words.get(t - 3))
        .collect(Collectors.joining(" "));
  }

  @Override
  public int size() {
    return ids.size() + 3;
  }
}
