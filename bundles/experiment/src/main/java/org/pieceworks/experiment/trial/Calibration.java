package org.pieceworks.experiment.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/**
 * Shifts a decoder's label scores so that on base users each label is as likely as it is frequent:
 * a language model prefers some words whatever it is asked (after Zhao et al., Calibrate Before
 * Use, arXiv 2102.09690, with base users' items in the place of content-free ones).
 */
record Calibration(Scope scope, ServedModel served) {

  private static final int VERSION = 1;
  private static final String FILE = "shift.json";
  private static final int MOST_ITEMS = 256;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Per label what is added to its score. */
  double[] shift() {
    List<User> users = scope.split().base();
    StageKey key =
        scope
            .stages()
            .key("calibration", VERSION)
            .with("model", served.key())
            .with("code", scope.services().computing())
            .with("encoding", ExampleEncoder.VERSION)
            .with("task", scope.dataset().task())
            .with("users", Users.everything(users))
            .build();
    Stage stage =
        scope
            .stages()
            .resolve(
                key,
                0,
                (directory, facts, progress) ->
                    Files.write(
                        directory.resolve(FILE), JSON.writeValueAsBytes(measure(progress))));
    try {
      return JSON.readValue(Files.readAllBytes(stage.file(FILE)), double[].class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + stage.file(FILE), e);
    }
  }

  private double[] measure(Progress progress) {
    Task task = scope.dataset().task();
    int labels = task.labels().size();
    List<Item> items = items();
    if (items.isEmpty()) {
      return new double[labels];
    }
    double[][] scores =
        new LabelScorer(served, labels).score(List.of(items), Adaptation.NONE, progress).get(0);
    double[] likely = new double[labels];
    double[] frequent = new double[labels];
    // One more of each, so that a label that a few items lack is not ruled out.
    Arrays.fill(frequent, 1);
    for (int i = 0; i < scores.length; i++) {
      add(scores[i], likely);
      String output = PromptText.read(items.get(i).output());
      for (int l = 0; l < labels; l++) {
        frequent[l] += PromptText.read(task.labels().get(l)).equalsIgnoreCase(output) ? 1 : 0;
      }
    }
    double[] shift = new double[labels];
    Arrays.setAll(
        shift,
        l ->
            Math.log(frequent[l] / (items.size() + labels))
                - Math.log((likely[l] + 1) / (items.size() + labels)));
    return shift;
  }

  /** Adds the labels' probabilities of one item, which sum to one. */
  private static void add(double[] logs, double[] sums) {
    double highest = Arrays.stream(logs).max().orElseThrow();
    double all = Arrays.stream(logs).map(log -> Math.exp(log - highest)).sum();
    for (int l = 0; l < sums.length; l++) {
      sums[l] += Math.exp(logs[l] - highest) / all;
    }
  }

  /** Some items of the base users, evenly over all. */
  private List<Item> items() {
    List<Item> all =
        scope.split().base().stream().flatMap(user -> user.history().stream()).toList();
    int step = Math.max(1, all.size() / MOST_ITEMS);
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }
}
