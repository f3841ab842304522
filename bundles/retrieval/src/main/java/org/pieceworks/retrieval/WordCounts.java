package org.pieceworks.retrieval;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pieceworks.api.data.Item;
import org.tribuo.util.tokens.Tokenizer;
import org.tribuo.util.tokens.universal.UniversalTokenizer;

/**
 * How often each word stands in a text.
 *
 * @param counts by word, in lower case
 */
record WordCounts(SortedMap<String, Integer> counts) {

  WordCounts {
    counts = Collections.unmodifiableSortedMap(counts);
  }

  /** The words of items, of what was asked and of what was answered. */
  static WordCounts of(List<Item> items) {
    Tokenizer tokenizer = new UniversalTokenizer();
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Item item : items) {
      String text = item.input() + " " + item.output();
      for (String word : tokenizer.split(text.toLowerCase(Locale.ROOT))) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    return new WordCounts(counts);
  }
}
