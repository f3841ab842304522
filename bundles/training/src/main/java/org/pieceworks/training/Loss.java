package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.TokenBatch;

/** Cross-entropy at the labelled positions; only they are taken through the head. */
final class Loss {

  private Loss() {}

  /** The loss of every label: {@code [labels]}. */
  static NDArray perLabel(BaseModel model, TokenBatch batch, Adaptation adaptation) {
    return perLabel(model, model.labelStates(batch, adaptation), batch);
  }

  /**
   * The same, given the states that the labels are predicted from.
   *
   * @param states {@code [labels, width]}
   */
  static NDArray perLabel(BaseModel model, NDArray states, TokenBatch batch) {
    NDArray logProbabilities = model.logits(states).logSoftmax(1);
    long labels = batch.labelTargets().size();
    NDArray targets = batch.labelTargets().reshape(labels, 1);
    return logProbabilities.gather(targets, 1).reshape(labels).neg();
  }

  /** The mean of every member. */
  static double[] perMember(float[] perLabel, TokenBatch batch, int members) {
    double[] sums = new double[members];
    int[] counts = new int[members];
    for (int i = 0; i < perLabel.length; i++) {
      sums[batch.labelMembers()[i]] += perLabel[i];
      counts[batch.labelMembers()[i]]++;
    }
    for (int m = 0; m < members; m++) {
      sums[m] = counts[m] == 0 ? Double.NaN : sums[m] / counts[m];
    }
    return sums;
  }
}
