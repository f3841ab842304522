package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.training.BankTrainer;

/** Fits gates outside of a trial, as authors of gating models want to. */
public final class GateFittings {

  private GateFittings() {}

  /**
   * What a gating model may use of some sharers, as in a trial.
   *
   * @param bank the sharers' adapters, in the order of their histories
   * @param histories per sharer, at least one example with a label each
   * @param manager holds the gates and the pieces
   */
  public static GateFitting of(
      BaseModel model,
      BankTrainer trainer,
      ConfiguredPeft<?> peft,
      Bank bank,
      ConfiguredDecomposition<?> decomposition,
      List<List<Example>> histories,
      NDManager manager,
      long seed) {
    return of(model, trainer, peft, bank, decomposition, histories, manager, seed, Progress.SILENT);
  }

  /**
   * The same, with a witness.
   *
   * @param progress told of every step of a training
   */
  public static GateFitting of(
      BaseModel model,
      BankTrainer trainer,
      ConfiguredPeft<?> peft,
      Bank bank,
      ConfiguredDecomposition<?> decomposition,
      List<List<Example>> histories,
      NDManager manager,
      long seed,
      Progress progress) {
    BoundPeft bound = BoundPeft.of(peft, model);
    PieceScheme scheme = PieceScheme.of(decomposition, bound, model);
    return new BankGateFitting(
        model,
        trainer,
        bound,
        bank,
        scheme,
        Lazy.of(() -> scheme.pieces(bank, bound.adapters(), manager)),
        histories,
        manager,
        seed,
        progress);
  }
}
