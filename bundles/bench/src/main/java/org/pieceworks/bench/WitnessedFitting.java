package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;

/** A fitting whose trainings can be looked at afterwards. */
record WitnessedFitting(GateFitting inner, List<TrainingLog> logs) implements GateFitting {

  WitnessedFitting(GateFitting inner) {
    this(inner, new ArrayList<>());
  }

  @Override
  public TrainingLog train(
      Map<String, NDArray> parameters,
      Function<Map<String, NDArray>, GateFactor> gated,
      TrainingOptions options) {
    TrainingLog log = inner.train(parameters, gated, options);
    logs.add(log);
    return log;
  }

  @Override
  public List<Slot> slots() {
    return inner.slots();
  }

  @Override
  public AdapterForm form() {
    return inner.form();
  }

  @Override
  public Bank pieces(Slot slot) {
    return inner.pieces(slot);
  }

  @Override
  public int sharers() {
    return inner.sharers();
  }

  @Override
  public NDManager manager() {
    return inner.manager();
  }

  @Override
  public long seed() {
    return inner.seed();
  }

  @Override
  public Progress progress() {
    return inner.progress();
  }

  @Override
  public void visitActivations(boolean adapted, BiConsumer<Slot, SlotActivations> visitor) {
    inner.visitActivations(adapted, visitor);
  }
}
