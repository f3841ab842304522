package org.pieceworks.retrieval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sub-linear TF-IDF: a word weighs {@code (1 + ln count) (1 + ln((1 + texts) / (1 + texts with
 * it)))}, and vectors have length one.
 *
 * <p>Tribuo's IDF does not count the ones: words that all texts share would weigh nothing, and with
 * a single text all words would.
 */
final class TfIdf {

  private final Map<String, Integer> columns;
  private final double[] idf;

  private TfIdf(Map<String, Integer> columns, double[] idf) {
    this.columns = columns;
    this.idf = idf;
  }

  /** Takes the most frequent words of some texts, of equally frequent ones those first in order. */
  static TfIdf fit(List<WordCounts> texts, int most) {
    Map<String, Integer> total = new TreeMap<>();
    Map<String, Integer> holding = new TreeMap<>();
    for (WordCounts text : texts) {
      text.counts()
          .forEach(
              (word, count) -> {
                total.merge(word, count, Integer::sum);
                holding.merge(word, 1, Integer::sum);
              });
    }
    List<String> words =
        total.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
            .limit(most)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Map<String, Integer> columns = new TreeMap<>();
    double[] idf = new double[words.size()];
    for (int w = 0; w < idf.length; w++) {
      columns.put(words.get(w), w);
      idf[w] = 1 + Math.log((1.0 + texts.size()) / (1.0 + holding.get(words.get(w))));
    }
    return new TfIdf(columns, idf);
  }

  /** Numbers of a vector. */
  int width() {
    return idf.length;
  }

  /** A text's vector; zero where it has none of the words. */
  float[] vector(WordCounts text) {
    double[] weights = new double[idf.length];
    double squares = 0;
    for (Map.Entry<String, Integer> entry : text.counts().entrySet()) {
      Integer column = columns.get(entry.getKey());
      if (column != null) {
        weights[column] = (1 + Math.log(entry.getValue())) * idf[column];
        squares += weights[column] * weights[column];
      }
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    float[] vector = new float[weights.length];
    for (int d = 0; d < vector.length; d++) {
      vector[d] = (float) (weights[d] / length);
    }
    return vector;
  }
}
