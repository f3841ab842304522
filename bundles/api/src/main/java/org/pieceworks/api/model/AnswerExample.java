package org.pieceworks.api.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text for a decoder, which predicts some of its tokens from what stands before them.
 *
 * @param tokens from the begin token on
 * @param labelled where true, the token is predicted (the answer); the first position never is
 */
public record AnswerExample(int[] tokens, boolean[] labelled) implements Example {

  /** A prompt with its answer: the answer is labelled. */
  public static AnswerExample of(int[] prompt, int[] answer) {
    int[] tokens = new int[prompt.length + answer.length];
    System.arraycopy(prompt, 0, tokens, 0, prompt.length);
    System.arraycopy(answer, 0, tokens, prompt.length, answer.length);
    boolean[] labelled = new boolean[tokens.length];
    for (int t = Math.max(1, prompt.length); t < tokens.length; t++) {
      labelled[t] = true;
    }
    return new AnswerExample(tokens, labelled);
  }

  /** All but the last token, since nothing is predicted from it. */
  @Override
  public int[] input() {
    return Arrays.copyOf(tokens, tokens.length - 1);
  }

  @Override
  public int[] positions() {
    return IntStream.range(1, tokens.length).filter(t -> labelled[t]).map(t -> t - 1).toArray();
  }

  @Override
  public int[] targets() {
    return IntStream.range(1, tokens.length).filter(t -> labelled[t]).map(t -> tokens[t]).toArray();
  }

  @Override
  public int labels() {
    return (int) IntStream.range(1, tokens.length).filter(t -> labelled[t]).count();
  }
}
