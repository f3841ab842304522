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
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.api.model.Tokenizer;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/**
 * Answers that a decoder writes. Keyed by the tensors that serve, so that a method which a swept
 * setting does not touch answers once for all points.
 */
record GeneratedAnswers(
    Scope scope, ServedModel served, BoundPeft peft, GenerationOptions options) {

  private static final int VERSION = 1;
  private static final String FILE = "answers.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<List<String>>> TEXTS = new TypeReference<>() {};

  /** A target with its prompts. */
  private record Asked(int target, List<int[]> prompts) {}

  /** Per target the answer to each of its queries. */
  List<List<String>> of(Optional<Bank> bank) {
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
                        JSON.writeValueAsBytes(generate(bank, targets, progress))));
    return read(stage.file(FILE));
  }

  /** What one target is answered now; nothing of it is kept. */
  String now(Optional<Bank> bank, int target, Item query, Progress progress) {
    DecoderExamples examples = (DecoderExamples) served.encoder();
    int[] prompt = examples.query(query, options.maxNewTokens());
    return answer(bank, List.of(new Asked(target, List.of(prompt))), progress).get(0).get(0);
  }

  private StageKey key(Optional<Bank> bank) {
    StageKey.Builder key =
        scope
            .stages()
            .key("answers", VERSION)
            .with("model", served.key())
            .with("code", scope.services().computing())
            .with("encoding", ExampleEncoder.VERSION)
            .with("task", scope.dataset().task())
            .with("queries", Users.queries(scope.split().targets()))
            .with("options", options)
            .with("bank", bank.map(BankFiles::hash).orElse(""));
    if (bank.isPresent()) {
      key.with("peft", peft.key());
    }
    if (options.temperature() > 0) {
      key.with("seed", scope.seed("answers"));
    }
    return key.build();
  }

  private List<List<String>> generate(Optional<Bank> bank, List<User> targets, Progress progress) {
    List<Asked> asked = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) {
      asked.add(new Asked(t, prompts(targets.get(t))));
    }
    List<List<String>> answers = new ArrayList<>();
    for (List<Asked> group : groups(asked)) {
      progress.checkCancelled();
      answers.addAll(answer(bank, group, progress));
      progress.report(answers.size(), targets.size(), "users");
    }
    return answers;
  }

  private List<int[]> prompts(User target) {
    DecoderExamples examples = (DecoderExamples) served.encoder();
    return target.queries().stream()
        .map(query -> examples.query(query, options.maxNewTokens()))
        .toList();
  }

  private List<List<Asked>> groups(List<Asked> asked) {
    int rows = asked.stream().mapToInt(one -> one.prompts().size()).max().orElse(1);
    int longest =
        asked.stream()
            .flatMap(one -> one.prompts().stream())
            .mapToInt(p -> p.length)
            .max()
            .orElse(1);
    int size =
        Budget.answered(
            served.model().config(),
            Math.min(rows, options.batch()),
            longest + options.maxNewTokens());
    return Budget.runs(asked, one -> 1, size);
  }

  private List<List<String>> answer(Optional<Bank> bank, List<Asked> group, Progress progress) {
    int[] members = group.stream().mapToInt(Asked::target).toArray();
    Progress quiet =
        new Progress() {
          @Override
          public void report(long done, long total, String unit) {
            // Users are counted, not the tokens within a group.
          }

          @Override
          public void checkCancelled() {
            progress.checkCancelled();
          }
        };
    try (NDManager manager = scope.manager().newSubManager()) {
      Adaptation adaptation =
          bank.map(all -> peft.adapters().adaptation(all.select(members, manager), false))
              .orElse(Adaptation.NONE);
      // A seed of its own for each group: two groups must not draw the same numbers.
      long seed = Seeds.of(scope.seed("answers"), "from " + members[0]);
      List<List<int[]>> tokens =
          ((Decoder) served.model())
              .generate(
                  group.stream().map(Asked::prompts).toList(), adaptation, options, seed, quiet);
      Tokenizer tokenizer = served.model().tokenizer();
      return IntStream.range(0, group.size())
          .mapToObj(
              i ->
                  tokens.get(i).stream()
                      .map(answer -> PromptText.read(tokenizer.decode(answer)))
                      .toList())
          .toList();
    }
  }

  private static List<List<String>> read(Path file) {
    try {
      return JSON.readValue(Files.readAllBytes(file), TEXTS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
