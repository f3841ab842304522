package org.pieceworks.api.model;

/** One text to learn from or to score. */
public sealed interface Example permits AnswerExample, LabelExample {

  /** Its tokens, from the begin token on. */
  int[] tokens();

  /** What the model sees of them. */
  int[] input();

  /** Where labels are predicted: positions of the input, ascending. */
  int[] positions();

  /** What is predicted there: tokens of a decoder, labels of an encoder. */
  int[] targets();

  /** How many labels are predicted. */
  int labels();

  /** How much each label counts in a loss, beside those of other examples. */
  default double weight() {
    return 1;
  }
}
