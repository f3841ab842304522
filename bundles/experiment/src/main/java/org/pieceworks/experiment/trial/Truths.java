package org.pieceworks.experiment.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pieceworks.api.data.Truth;
import org.pieceworks.storage.Hashes;

/** Hashes of what controls are told. */
final class Truths {

  private Truths() {}

  /** The hash of all that is known, whatever the order of the users. */
  static String hash(Truth truth) {
    List<String> texts = new ArrayList<>();
    new TreeMap<>(truth.mixtures())
        .forEach(
            (id, mixture) -> {
              texts.add(id);
              texts.add(Arrays.toString(mixture));
            });
    add(texts, truth.populationAnswers());
    add(texts, truth.personalAnswers());
    return Hashes.sha256OfStrings(texts.toArray(String[]::new));
  }

  private static void add(List<String> texts, Map<String, List<String>> answers) {
    texts.add(String.valueOf(answers.size()));
    new TreeMap<>(answers)
        .forEach(
            (id, own) -> {
              texts.add(id);
              texts.add(String.valueOf(own.size()));
              texts.addAll(own);
            });
  }
}
