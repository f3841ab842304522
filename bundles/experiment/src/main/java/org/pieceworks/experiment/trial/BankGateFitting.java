package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;

/**
 * Fits the gates of a bank of sharers.
 *
 * @param pieces of all sharers per slot key, as adapters that work on their own
 * @param histories per sharer
 * @param manager holds the gates
 */
record BankGateFitting(
    BaseModel model,
    BankTrainer trainer,
    BoundPeft peft,
    Bank bank,
    PieceScheme scheme,
    Supplier<Map<String, Bank>> pieces,
    List<List<Example>> histories,
    NDManager manager,
    long seed,
    Progress progress)
    implements GateFitting {

  @Override
  public List<Slot> slots() {
    return scheme.slots();
  }

  @Override
  public AdapterForm form() {
    return scheme.plan().form();
  }

  @Override
  public Bank pieces(Slot slot) {
    return pieces.get().get(slot.key());
  }

  @Override
  public int sharers() {
    return histories.size();
  }

  @Override
  public void visitActivations(boolean adapted, BiConsumer<Slot, SlotActivations> visitor) {
    long tokens = Budget.passTokens(model.config());
    ActivationPass pass = new ActivationPass(model, slots(), tokens);
    int done = 0;
    for (List<Integer> group : groups(tokens)) {
      progress.checkCancelled();
      List<List<Example>> examples = group.stream().map(histories::get).toList();
      try (NDManager scope = model.manager().newSubManager()) {
        Adaptation adaptation =
            adapted
                ? peft.adapters().adaptation(bank.select(indices(group), scope), false)
                : Adaptation.NONE;
        pass.run(examples, adaptation, visitor);
      }
      done += group.size();
      progress.report(done, sharers(), "users");
    }
  }

  /** Runs of sharers that pass together, and whose activations at all slots fit into memory. */
  private List<List<Integer>> groups(long tokens) {
    List<Integer> all = IntStream.range(0, sharers()).boxed().toList();
    List<List<Integer>> groups = new ArrayList<>();
    for (List<Integer> run : Budget.runs(all, this::tokens, tokens)) {
      groups.addAll(Budget.runs(run, this::activations, Budget.ACTIVATION_NUMBERS));
    }
    return groups;
  }

  private long tokens(int sharer) {
    List<Example> own = histories.get(sharer);
    return (long) own.size() * own.stream().mapToInt(e -> e.tokens().length).max().orElse(1);
  }

  private long activations(int sharer) {
    long labels = histories.get(sharer).stream().mapToLong(Example::labels).sum();
    return labels * slots().stream().mapToLong(slot -> slot.gate().in()).sum();
  }

  @Override
  public TrainingLog train(
      Map<String, NDArray> parameters,
      Function<Map<String, NDArray>, GateFactor> gated,
      TrainingOptions options) {
    int stacked = Budget.stacked(model.config(), options.batch());
    List<TrainingLog> logs = new ArrayList<>();
    List<Map<String, NDArray>> trained = new ArrayList<>();
    try (NDManager scope = model.manager().newSubManager()) {
      for (int from = 0; from < sharers(); from += stacked) {
        int[] members = IntStream.range(from, Math.min(sharers(), from + stacked)).toArray();
        trained.add(trainSome(members, parameters, gated, options, logs, scope));
      }
      for (Map.Entry<String, NDArray> entry : parameters.entrySet()) {
        Stacks.copyInto(
            entry.getValue(), trained.stream().map(t -> t.get(entry.getKey())).toList());
      }
    }
    return Stacks.join(logs);
  }

  private Map<String, NDArray> trainSome(
      int[] members,
      Map<String, NDArray> parameters,
      Function<Map<String, NDArray>, GateFactor> gated,
      TrainingOptions options,
      List<TrainingLog> logs,
      NDManager scope) {
    Map<String, NDArray> own = new LinkedHashMap<>();
    parameters.forEach((slot, all) -> own.put(slot, Stacks.rows(all, members, scope)));
    Map<String, Bank> chosen = new LinkedHashMap<>();
    pieces.get().forEach((slot, all) -> chosen.put(slot, all.select(members, scope)));
    List<List<Example>> examples = IntStream.of(members).mapToObj(histories::get).toList();
    logs.add(
        trainer.train(
            model,
            examples,
            own,
            new GateTuning(peft.adapters(), slots(), chosen, gated),
            options,
            seed,
            progress));
    return own;
  }

  private static int[] indices(List<Integer> group) {
    return group.stream().mapToInt(Integer::intValue).toArray();
  }
}
