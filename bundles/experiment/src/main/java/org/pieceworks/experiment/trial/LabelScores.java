package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/**
 * How well each label answers each query of the targets. Keyed by the tensors that serve, so that a
 * method which a swept setting does not touch scores once for all points.
 */
record LabelScores(Scope scope, ServedModel served, BoundPeft peft) {

  private static final int VERSION = 1;
  private static final String FILE = "scores.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<double[][]>> SCORES = new TypeReference<>() {};

  /** Per target {@code [queries][labels]}. */
  List<double[][]> of(Optional<Bank> bank) {
    List<User> targets = scope.split().targets();
    Stage stage =
        scope
            .stages()
            .resolve(
                key(bank),
                targets.size(),
                (directory, facts, progress) ->
                    Files.write(
                        directory.resolve(FILE),
                        JSON.writeValueAsBytes(score(bank, targets, progress))));
    return read(stage.file(FILE));
  }

  private StageKey key(Optional<Bank> bank) {
    StageKey.Builder key =
        scope
            .stages()
            .key("scores", VERSION)
            .with("model", served.key())
            .with("code", scope.services().computing())
            .with("encoding", ExampleEncoder.VERSION)
            .with("task", scope.dataset().task())
            .with("queries", Users.queries(scope.split().targets()))
            .with("bank", bank.map(BankFiles::hash).orElse(""));
    if (bank.isPresent()) {
      key.with("peft", peft.key());
    }
    return key.build();
  }

  private List<double[][]> score(Optional<Bank> bank, List<User> targets, Progress progress) {
    LabelScorer scorer = new LabelScorer(served, scope.dataset().task().labels().size());
    List<double[][]> scores = new ArrayList<>();
    List<Integer> all = IntStream.range(0, targets.size()).boxed().toList();
    long tokens = Budget.passTokens(served.model().config());
    for (List<Integer> group : Budget.runs(all, t -> tokens(targets.get(t)), tokens)) {
      try (NDManager manager = scope.manager().newSubManager()) {
        int[] members = group.stream().mapToInt(Integer::intValue).toArray();
        Adaptation adaptation =
            bank.map(some -> peft.adapters().adaptation(some.select(members, manager), false))
                .orElse(Adaptation.NONE);
        List<List<Item>> queries = group.stream().map(t -> targets.get(t).queries()).toList();
        scores.addAll(scorer.score(queries, adaptation, progress));
      }
      progress.report(scores.size(), targets.size(), "users");
    }
    return scores;
  }

  private long tokens(User target) {
    return target.queries().stream()
        .flatMap(query -> served.encoder().candidates(query).stream())
        .mapToLong(example -> example.tokens().length)
        .sum();
  }

  private static List<double[][]> read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), SCORES);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
