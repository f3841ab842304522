package org.pieceworks.model.llama;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.TestModels;

/** Answers do not depend on the cache, the padding, the batch or who shares it. */
class GenerationTest {

  private static final List<String> MODULES = List.of("q_proj", "v_proj", "o_proj", "down_proj");
  private static final GenerationOptions GREEDY = new GenerationOptions(12, 0, 1, 64);
  private static final GenerationOptions SAMPLED = new GenerationOptions(12, 1.5, 0.9, 64);

  private NDManager manager;
  private Decoder model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    model = TestModels.lively(TestModels.config(4, 2, false), 5, manager);
  }

  @AfterEach
  void closeModel() {
    model.close();
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 64})
  void givesTheTokensThatReadingEverythingAnewGives(int batch) {
    List<List<int[]>> prompts =
        List.of(TestModels.prompts(7, 1, 20, 1), TestModels.prompts(4, 3, 9, 2), List.of());
    Adaptation adaptation = TestModels.dense(model, 3, MODULES, manager);
    GenerationOptions options = new GenerationOptions(12, 0, 1, batch);
    List<List<int[]>> answers = generate(prompts, adaptation, options, 0);
    int stopped = 0;
    for (int m = 0; m < prompts.size(); m++) {
      assertEquals(prompts.get(m).size(), answers.get(m).size());
      for (int i = 0; i < prompts.get(m).size(); i++) {
        int[] expected = anew(prompts.get(m).get(i), 3, m, adaptation);
        assertArrayEquals(expected, answers.get(m).get(i), "member " + m + " prompt " + i);
        stopped += expected.length < 12 ? 1 : 0;
      }
    }
    assertTrue(stopped < 11, "all answers ended at once: the test shows nothing");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 64})
  void virtualTokensAreReadOnceAndKept(int batch) {
    List<List<int[]>> prompts =
        List.of(TestModels.prompts(6, 1, 20, 1), TestModels.prompts(4, 3, 9, 2));
    Adaptation adaptation = TestModels.virtual(2, manager);
    List<List<int[]>> answers =
        generate(prompts, adaptation, new GenerationOptions(12, 0, 1, batch), 0);
    for (int m = 0; m < prompts.size(); m++) {
      for (int i = 0; i < prompts.get(m).size(); i++) {
        int[] expected = anew(prompts.get(m).get(i), 2, m, adaptation);
        assertArrayEquals(expected, answers.get(m).get(i), "member " + m + " prompt " + i);
      }
    }
    same(answers, generate(prompts, adaptation, GREEDY, 0));
    assertNotEquals(hash(answers), hash(generate(prompts, Adaptation.NONE, GREEDY, 0)));
  }

  @Test
  void paddingChangesNothing() {
    List<int[]> prompts = TestModels.prompts(5, 2, 5, 3);
    List<int[]> withLong = new ArrayList<>(prompts);
    withLong.add(TestModels.prompts(1, 60, 60, 4).get(0));
    List<int[]> alone = generate(List.of(prompts), Adaptation.NONE, GREEDY, 0).get(0);
    List<int[]> padded = generate(List.of(withLong), Adaptation.NONE, GREEDY, 0).get(0);
    for (int i = 0; i < prompts.size(); i++) {
      assertArrayEquals(alone.get(i), padded.get(i));
    }
  }

  @Test
  void rowsStopAtTheEndTokenAndTheOthersGoOn() {
    List<int[]> prompts = TestModels.prompts(40, 2, 9, 6);
    GenerationOptions options = new GenerationOptions(40, 1.2, 1, 64);
    List<int[]> answers = generate(List.of(prompts), Adaptation.NONE, options, 7).get(0);
    long ended = answers.stream().filter(answer -> answer.length < 40).count();
    assertTrue(ended > 5 && ended < 40, ended + " of 40 ended");
    answers.forEach(answer -> assertTrue(Arrays.stream(answer).noneMatch(token -> token == 2)));
  }

  @Test
  void sameSeedSamplesTheSameInWhateverBatches() {
    List<List<int[]>> prompts =
        List.of(TestModels.prompts(9, 1, 20, 1), TestModels.prompts(9, 1, 20, 2));
    List<List<int[]>> one = generate(prompts, Adaptation.NONE, SAMPLED, 3);
    same(one, generate(prompts, Adaptation.NONE, SAMPLED, 3));
    same(one, generate(prompts, Adaptation.NONE, new GenerationOptions(12, 1.5, 0.9, 2), 3));
    assertNotEquals(
        hash(one), hash(generate(prompts, Adaptation.NONE, SAMPLED, 4)), "another seed");
  }

  @Test
  void samePromptTwiceIsSampledTwice() {
    int[] prompt = {7, 8, 9};
    List<int[]> answers =
        generate(List.of(List.of(prompt, prompt, prompt)), Adaptation.NONE, SAMPLED, 3).get(0);
    assertNotEquals(Arrays.toString(answers.get(0)), Arrays.toString(answers.get(1)));
  }

  @Test
  void coldSamplingIsGreedy() {
    List<List<int[]>> prompts = List.of(TestModels.prompts(6, 1, 20, 1));
    same(
        generate(prompts, Adaptation.NONE, GREEDY, 0),
        generate(prompts, Adaptation.NONE, new GenerationOptions(12, 1e-4, 1, 64), 1));
  }

  @Test
  void emptyPromptStartsAtTheBeginToken() {
    List<int[]> answers =
        generate(List.of(List.of(new int[0], new int[] {1})), Adaptation.NONE, GREEDY, 0).get(0);
    assertArrayEquals(answers.get(1), answers.get(0));
  }

  @Test
  void nothingStaysInTheManager() {
    List<List<int[]>> prompts = List.of(TestModels.prompts(6, 1, 20, 1));
    generate(prompts, Adaptation.NONE, GREEDY, 0);
    int before = model.manager().getManagedArrays().size();
    generate(prompts, Adaptation.NONE, GREEDY, 0);
    assertEquals(before, model.manager().getManagedArrays().size());
  }

  @Test
  void interruptStopsIt() {
    List<List<int[]>> prompts = List.of(TestModels.prompts(6, 1, 20, 1));
    Thread.currentThread().interrupt();
    assertThrows(CancelledException.class, () -> generate(prompts, Adaptation.NONE, GREEDY, 0));
    assertTrue(Thread.interrupted());
  }

  @Test
  void progressEndsAtTheLongestMember() {
    List<String> seen = new ArrayList<>();
    model.generate(
        List.of(TestModels.prompts(5, 1, 4, 1), TestModels.prompts(3, 1, 4, 1)),
        Adaptation.NONE,
        new GenerationOptions(2, 0, 1, 2),
        0,
        (done, total, unit) -> seen.add(done + "/" + total + " " + unit));
    assertEquals(List.of("2/5 queries", "4/5 queries", "5/5 queries"), seen);
  }

  /** Greedy decoding that reads the whole sequence again for every token. */
  private int[] anew(int[] prompt, int members, int member, Adaptation adaptation) {
    List<Integer> tokens = new ArrayList<>(Arrays.stream(prompt).boxed().toList());
    for (int step = 0; step < 12; step++) {
      try (NDManager pass = manager.newSubManager()) {
        long[] ids =
            IntStream.range(0, members)
                .boxed()
                .flatMap(m -> tokens.stream())
                .mapToLong(Integer::longValue)
                .toArray();
        NDArray input = pass.create(ids, new Shape(members, 1, tokens.size()));
        NDArray logits = model.logits(model.hidden(input, adaptation));
        int next = (int) logits.get(member, tokens.size() - 1).argMax().getLong();
        if (next == 2) {
          break;
        }
        tokens.add(next);
      }
    }
    return tokens.stream().skip(prompt.length).mapToInt(Integer::intValue).toArray();
  }

  private List<List<int[]>> generate(
      List<List<int[]>> prompts, Adaptation adaptation, GenerationOptions options, long seed) {
    return model.generate(prompts, adaptation, options, seed, Progress.SILENT);
  }

  private static void same(List<List<int[]>> expected, List<List<int[]>> found) {
    assertEquals(hash(expected), hash(found));
  }

  private static String hash(List<List<int[]>> answers) {
    return answers.stream().flatMap(List::stream).map(Arrays::toString).toList().toString();
  }
}
