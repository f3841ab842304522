package org.pieceworks.api.model;

/**
 * A text for an encoder, which predicts one label of the whole.
 *
 * @param tokens with the begin and the end token
 * @param label its number in the order of the model's labels
 * @param weight how much it counts in a loss, beside others
 */
public record LabelExample(int[] tokens, int label, double weight) implements Example {

  /** A text that counts as much as others. */
  public LabelExample(int[] tokens, int label) {
    this(tokens, label, 1);
  }

  @Override
  public int[] input() {
    return tokens;
  }

  /** The begin token stands for the text. */
  @Override
  public int[] positions() {
    return new int[] {0};
  }

  @Override
  public int[] targets() {
    return new int[] {label};
  }

  @Override
  public int labels() {
    return 1;
  }
}
