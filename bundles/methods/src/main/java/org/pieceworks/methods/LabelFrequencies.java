package org.pieceworks.methods;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.MethodContext;

/**
 * How often the base users gave each label, and how far a user's own habits lie from that.
 *
 * @param labels in the task's order
 * @param shares per label its share among the base users' items, each label counted once more than
 *     it was given
 */
record LabelFrequencies(List<String> labels, double[] shares) {

  static LabelFrequencies of(MethodContext context) {
    List<String> labels = context.task().labels();
    double[] counts = new double[labels.size()];
    Arrays.fill(counts, 1);
    for (User user : context.base()) {
      add(counts(labels, user.history()), counts);
      add(counts(labels, user.queries()), counts);
    }
    double sum = Arrays.stream(counts).sum();
    return new LabelFrequencies(labels, Arrays.stream(counts).map(count -> count / sum).toArray());
  }

  /**
   * Per user and label {@code log P(label | user) - log P(label)}. A user's share is smoothed as if
   * some more items of theirs had the base users' labels.
   */
  double[][] bias(List<User> users, double pseudoItems) {
    double[][] bias = new double[users.size()][labels.size()];
    for (int u = 0; u < bias.length; u++) {
      List<Item> history = users.get(u).history();
      double[] own = counts(labels, history);
      for (int l = 0; l < own.length; l++) {
        double share = (own[l] + pseudoItems * shares[l]) / (history.size() + pseudoItems);
        bias[u][l] = Math.log(share / shares[l]);
      }
    }
    return bias;
  }

  /** How many items have each label; an output that is no label counts for none. */
  private static double[] counts(List<String> labels, List<Item> items) {
    Map<String, Integer> places = new HashMap<>();
    for (int l = 0; l < labels.size(); l++) {
      places.put(normalized(labels.get(l)), l);
    }
    double[] counts = new double[labels.size()];
    for (Item item : items) {
      Integer place = places.get(normalized(item.output()));
      if (place != null) {
        counts[place]++;
      }
    }
    return counts;
  }

  private static void add(double[] some, double[] all) {
    for (int i = 0; i < some.length; i++) {
      all[i] += some[i];
    }
  }

  private static String normalized(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
