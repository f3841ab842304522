package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.User;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;
import org.pieceworks.storage.Safetensors;

/** Makes the gates of the sharers' pieces. */
record GateStage(
    Scope scope,
    ServedModel served,
    BoundPeft peft,
    ConfiguredGating<?> gating,
    PieceScheme scheme,
    List<User> sharers,
    List<String> adapterKeys) {

  private static final int VERSION = 2;
  private static final String FILE = "gates.safetensors";

  StageKey key() {
    return scope
        .stages()
        .key("gates", VERSION)
        .with("model", served.key())
        .with("code", scope.services().computing())
        .with("adapters", adapterKeys)
        .with("sharers", Users.ids(sharers))
        .with("slots", scheme.slots().stream().map(slot -> slot.key() + slot.sites()).toList())
        .with("decomposition", scheme.key())
        .with("gating", PluginKey.of(gating.model(), gating.options()))
        .with("seed", scope.seed("gates"))
        .build();
  }

  /**
   * The stage that holds the gates.
   *
   * @param bank the sharers' adapters, asked for only where the gates are still to be made
   */
  Stage resolve(Supplier<Bank> bank) {
    return scope
        .stages()
        .resolve(
            key(),
            sharers.size(),
            (directory, facts, progress) -> fit(bank.get(), directory, progress));
  }

  /** The gates of all sharers, per slot {@code [sharers, width]}. */
  Gates read(Stage stage, NDManager manager) {
    Map<String, NDArray> read = Safetensors.read(stage.file(FILE), manager);
    Map<String, NDArray> ordered = new LinkedHashMap<>();
    scheme.slots().forEach(slot -> ordered.put(slot.key(), read.get(slot.key())));
    return new Gates(ordered);
  }

  private void fit(Bank bank, Path directory, Progress progress) {
    try (NDManager manager = scope.manager().newSubManager()) {
      BankGateFitting fitting =
          new BankGateFitting(
              served.model(),
              scope.services().trainer(),
              peft,
              bank,
              scheme,
              Lazy.of(() -> scheme.pieces(bank, peft.adapters(), manager)),
              served.encoder().histories(sharers),
              manager,
              scope.seed("gates"),
              progress);
      Gates gates = gating.fit(fitting);
      Safetensors.write(directory.resolve(FILE), gates.vectors(), Map.of());
    }
  }
}
