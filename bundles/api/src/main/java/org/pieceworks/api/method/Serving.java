package org.pieceworks.api.method;

import java.util.List;
import java.util.Optional;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.peft.Bank;

/** How a method serves all target users. */
public sealed interface Serving {

  /** The base model as it is. */
  Serving BASE = new Adapted(Optional.empty(), Optional.empty(), Cost.NONE, List.of());

  /** What it costs per target user. */
  Cost cost();

  /** Serves with one adapter per target. */
  static Adapted with(Bank bank, Cost cost) {
    return new Adapted(Optional.of(bank), Optional.empty(), cost, List.of());
  }

  /**
   * The base model answers, adapted to each target.
   *
   * @param bank the adapters, one member per target; empty: the base model as it is
   * @param labelBias per target and label what is added to the label's score; empty: nothing. Only
   *     tasks with labels can have it
   * @param cost per target user
   * @param assemblies per target what it chose, where it chose pieces
   */
  record Adapted(
      Optional<Bank> bank, Optional<double[][]> labelBias, Cost cost, List<Assembly> assemblies)
      implements Serving {

    /** The same with label biases. */
    public Adapted withLabelBias(Optional<double[][]> bias) {
      return new Adapted(bank, bias, cost, assemblies);
    }
  }

  /**
   * Something else than the base model answers, on a task with labels.
   *
   * @param scores per target {@code [queries][labels]}: log-probabilities, up to a constant
   * @param cost per target user
   */
  record Scored(List<double[][]> scores, Cost cost) implements Serving {}
}
