package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.parity.check.ReferenceRun.Trajectory;

/** Lets a gating model train the gates of one sharer along the steps of the reference. */
final class FrozenAdapterFitting implements GateFitting {

  private static final TrainingLog UNTRAINED =
      new TrainingLog(new double[0][], new double[0][], 0, new int[0]);

  private final Subject subject;
  private final Trainer trainer;

  private FrozenAdapterFitting(Subject subject, Trainer trainer) {
    this.subject = subject;
    this.trainer = trainer;
  }

  /** What happens when the gating model asks for training. */
  @FunctionalInterface
  private interface Trainer {
    TrainingLog train(Map<String, NDArray> gates, Function<Map<String, NDArray>, GateFactor> gated);
  }

  /** Trains the gates of one frozen adapter. */
  static Trajectory train(ReferenceRun run, Bank frozen) {
    Subject subject = run.subject();
    Trajectory[] trajectory = new Trajectory[1];
    Trainer trainer =
        (gates, gated) -> {
          trajectory[0] =
              run.train(gates, now -> adaptation(subject, frozen, gated.apply(now), true));
          return trajectory[0].log();
        };
    subject.services().gating().fit(new FrozenAdapterFitting(subject, trainer));
    return trajectory[0];
  }

  /** An adapter with its gates at work, as in gate training. */
  static Adaptation gated(Subject subject, Bank adapter, Map<String, NDArray> gates) {
    GateFactor[] factor = new GateFactor[1];
    Trainer trainer =
        (zeros, gated) -> {
          factor[0] = gated.apply(gates);
          return UNTRAINED;
        };
    subject.services().gating().fit(new FrozenAdapterFitting(subject, trainer));
    return adaptation(subject, adapter, factor[0], false);
  }

  private static Adaptation adaptation(
      Subject subject, Bank adapter, GateFactor gate, boolean training) {
    Map<Site, String> slots = new HashMap<>();
    subject.slots().forEach(slot -> slot.sites().forEach(site -> slots.put(site, slot.key())));
    Map<String, NDArray> first = adapter.tensors().values().iterator().next();
    Adapters lora = subject.lora(first.get("A").getShape().get(1));
    return (site, input, output) -> {
      Map<String, NDArray> tensors = adapter.tensors().get(site);
      return tensors == null
          ? output
          : output.add(
              lora.change(site, tensors, input, output, training)
                  .mul(gate.at(slots.get(site), input)));
    };
  }

  @Override
  public List<Slot> slots() {
    return subject.slots();
  }

  @Override
  public AdapterForm form() {
    return subject.form();
  }

  @Override
  public Bank pieces(Slot slot) {
    throw new UnsupportedOperationException("the paper's gate looks at no pieces");
  }

  @Override
  public int sharers() {
    return 1;
  }

  @Override
  public NDManager manager() {
    return subject.manager();
  }

  @Override
  public long seed() {
    return 0;
  }

  @Override
  public Progress progress() {
    return subject.progress();
  }

  @Override
  public void visitActivations(boolean adapted, BiConsumer<Slot, SlotActivations> visitor) {
    throw new UnsupportedOperationException("the paper's gate looks at no activations");
  }

  @Override
  public TrainingLog train(
      Map<String, NDArray> parameters,
      Function<Map<String, NDArray>, GateFactor> gated,
      TrainingOptions options) {
    return trainer.train(parameters, gated);
  }
}
