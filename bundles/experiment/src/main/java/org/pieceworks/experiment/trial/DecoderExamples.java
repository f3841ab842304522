package org.pieceworks.experiment.trial;

import java.util.Arrays;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Tokenizer;

/**
 * Turns items into what a decoder reads: begin token, prompt, answer, end token. What does not fit
 * the model's positions loses words at the end of its input, never its answer.
 */
final class DecoderExamples extends ExampleEncoder {

  private final Task task;
  private final Tokenizer tokenizer;
  private final DecoderConfig config;
  private final PromptText text;

  DecoderExamples(Task task, Tokenizer tokenizer, DecoderConfig config) {
    this.task = task;
    this.tokenizer = tokenizer;
    this.config = config;
    this.text = new PromptText(task);
  }

  /**
   * An item with its answer.
   *
   * @throws BadInputException if the answer alone is longer than the model's positions
   */
  @Override
  Example example(Item item, String where) {
    int[] answer = answer(item.output());
    int room = config.maxPositions() - answer.length;
    if (room < 1) {
      throw BadInputException.of(
          where + ", item " + item.id(),
          "an answer of " + answer.length + " tokens",
          "fewer than the model's " + config.maxPositions() + " positions");
    }
    return AnswerExample.of(prompt(PromptText.words(item.input(), HISTORY_WORDS), room), answer);
  }

  private int[] answer(String output) {
    return withEnd(tokenizer.encode(PromptText.answer(output)));
  }

  /** The prompt with every label as its answer. */
  @Override
  List<Example> candidates(Item query) {
    List<int[]> answers = task.labels().stream().map(this::answer).toList();
    int longest = answers.stream().mapToInt(answer -> answer.length).max().orElse(0);
    int[] prompt = query(query, longest);
    return answers.stream().map(answer -> (Example) AnswerExample.of(prompt, answer)).toList();
  }

  /**
   * A query's prompt.
   *
   * @param newTokens to be kept free for the answer
   * @throws BadInputException if they leave no position for the prompt
   */
  int[] query(Item query, int newTokens) {
    int room = config.maxPositions() - newTokens;
    if (room < 1) {
      throw BadInputException.of(
          "generation.max-new-tokens",
          String.valueOf(newTokens),
          "fewer than the model's " + config.maxPositions() + " positions");
    }
    return prompt(PromptText.words(query.input(), QUERY_WORDS), room);
  }

  private int[] prompt(String[] words, int room) {
    int[] whole = withBegin(tokenizer.encode(text.prompt(words, words.length)));
    if (whole.length <= room) {
      return whole;
    }
    int fits = 0;
    int tooMany = words.length;
    int[] best = null;
    while (fits < tooMany) {
      int count = (fits + tooMany) / 2;
      int[] tokens = withBegin(tokenizer.encode(text.prompt(words, count)));
      if (tokens.length <= room) {
        best = tokens;
        fits = count + 1;
      } else {
        tooMany = count;
      }
    }
    return best != null ? best : lastOf(withBegin(tokenizer.encode(text.prompt(words, 0))), room);
  }

  /** The begin token and the end of an instruction that does not fit even without an input. */
  private static int[] lastOf(int[] tokens, int room) {
    int[] kept = Arrays.copyOfRange(tokens, tokens.length - room, tokens.length);
    kept[0] = tokens[0];
    return kept;
  }

  private int[] withBegin(int[] tokens) {
    int[] all = new int[tokens.length + 1];
    all[0] = config.beginToken();
    System.arraycopy(tokens, 0, all, 1, tokens.length);
    return all;
  }

  private int[] withEnd(int[] tokens) {
    int[] all = Arrays.copyOf(tokens, tokens.length + 1);
    all[tokens.length] = config.endToken();
    return all;
  }
}
