package org.pieceworks.experiment.call;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.selection.SelectionContext;

/** What plug-ins give for users: data sets, embeddings, sharers, servings, values. */
final class UserProducts {

  private UserProducts() {}

  static void read(Dataset dataset) {
    Set<String> ids = new HashSet<>();
    for (User user : dataset.users()) {
      WrongProduct.unless(ids.add(user.id()), "users", "two users " + user.id(), "every id once");
    }
  }

  static void encode(List<User> users, float[][] embeddings) {
    count("embeddings", embeddings.length, users.size());
    for (int u = 0; u < embeddings.length; u++) {
      String where = "embedding of user " + users.get(u).id();
      WrongProduct.unless(embeddings[u] != null, where, "null", "numbers");
      boolean even = embeddings[u].length == embeddings[0].length && embeddings[u].length > 0;
      WrongProduct.unless(
          even, where, embeddings[u].length + " numbers", "the same width for all, at least 1");
      for (float value : embeddings[u]) {
        WrongProduct.unless(Float.isFinite(value), where, value, "finite numbers");
      }
    }
  }

  static void select(SelectionContext context, List<?> chosen) {
    int most = Math.min(context.count(), context.candidates().size());
    WrongProduct.unless(
        chosen.size() <= most, "sharers", chosen.size(), "at most " + context.count());
    int last = -1;
    for (Object one : chosen) {
      boolean right =
          one instanceof Integer index && index > last && index < context.candidates().size();
      WrongProduct.unless(
          right,
          "sharers",
          chosen,
          "indices below %d, ascending, each once".formatted(context.candidates().size()));
      last = (int) one;
    }
  }

  static void prepare(MethodContext context, Serving serving) {
    List<User> targets = context.targets();
    int labels = context.task().labels().size();
    if (serving instanceof Serving.Adapted adapted) {
      adapted.bank().ifPresent(bank -> PieceProducts.members(bank, targets.size(), "adapters"));
      adapted
          .labelBias()
          .ifPresent(
              bias -> {
                count("label biases", bias.length, targets.size());
                row("label biases", bias, labels);
              });
    } else if (serving instanceof Serving.Scored scored) {
      count("scores", scored.scores().size(), targets.size());
      for (int t = 0; t < targets.size(); t++) {
        String where = "scores of user " + targets.get(t).id();
        count(where, scored.scores().get(t).length, targets.get(t).queries().size());
        row(where, scored.scores().get(t), labels);
      }
    }
  }

  static void value(double value) {
    WrongProduct.unless(!Double.isInfinite(value), "value", value, "a finite number or NaN");
  }

  private static void row(String product, double[][] rows, int labels) {
    for (double[] row : rows) {
      count(product + ", labels", row.length, labels);
      for (double value : row) {
        WrongProduct.unless(!Double.isNaN(value), product, value, "numbers");
      }
    }
  }

  private static void count(String product, int found, int expected) {
    WrongProduct.unless(found == expected, product, found, expected);
  }
}
