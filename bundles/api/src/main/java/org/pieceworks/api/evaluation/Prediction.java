package org.pieceworks.api.evaluation;

import java.util.OptionalDouble;

/**
 * One answer.
 *
 * @param gold what the user wrote or chose
 * @param answer what was answered
 * @param expected on a rating task answered by scores, the mean of the labels under their
 *     probabilities
 */
public record Prediction(String gold, String answer, OptionalDouble expected) {

  /** An answer without an expected value. */
  public Prediction(String gold, String answer) {
    this(gold, answer, OptionalDouble.empty());
  }
}
