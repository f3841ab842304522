package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.User;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;
import org.pieceworks.storage.Safetensors;

/**
 * Makes the gates of the sharers' pieces. Gates that depend on nobody but their sharer are made in
 * the blocks in which adapters are trained, so that every number of sharers shares them; others for
 * the sharers of this trial.
 */
record GateStage(
    AdapterStages adapters, ConfiguredGating<?> gating, PieceScheme scheme, List<User> sharers) {

  private static final int VERSION = 3;
  private static final String FILE = "gates.safetensors";

  /** What a key says that reads the gates of these sharers. */
  StageKey key() {
    return stages()
        .key("gates", VERSION)
        .with("sharers", Users.ids(sharers))
        .with("groups", groups().stream().map(group -> key(group).key()).toList())
        .build();
  }

  private StageKey key(List<User> group) {
    return stages()
        .key("gates", VERSION)
        .with("model", adapters.served().key())
        .with("code", adapters.scope().services().computing())
        .with("adapters", adapters.keys(group, candidates()))
        .with("sharers", Users.ids(group))
        .with("slots", scheme.slots().stream().map(slot -> slot.key() + slot.sites()).toList())
        .with("decomposition", scheme.key())
        .with("gating", PluginKey.of(gating.model(), gating.options()))
        .with("seed", seed())
        .build();
  }

  private Stages stages() {
    return adapters.scope().stages();
  }

  private List<User> candidates() {
    return adapters.scope().split().candidates();
  }

  private long seed() {
    return adapters.scope().seed("gates");
  }

  /** Who is fitted together. */
  private List<List<User>> groups() {
    return gating.independent() ? adapters.blocks(sharers, candidates()) : List.of(sharers);
  }

  /** Makes what is not there yet. */
  void resolve() {
    groups().forEach(this::resolve);
  }

  private Stage resolve(List<User> group) {
    return stages()
        .resolve(
            key(group),
            group.size(),
            (directory, facts, progress) -> fit(group, directory, progress));
  }

  /** The gates of all sharers, per slot {@code [sharers, width]}. */
  Gates read(NDManager manager) {
    List<List<User>> groups = groups();
    List<String> places = groups.stream().flatMap(List::stream).map(User::id).toList();
    long[] index = sharers.stream().mapToLong(user -> places.indexOf(user.id())).toArray();
    Map<String, NDArray> gates = new LinkedHashMap<>();
    try (NDManager loading = manager.newSubManager()) {
      List<Map<String, NDArray>> read =
          groups.stream()
              .map(group -> Safetensors.read(resolve(group).file(FILE), loading))
              .toList();
      NDArray rows = loading.create(index);
      scheme
          .slots()
          .forEach(
              slot -> {
                NDList parts = new NDList();
                read.forEach(group -> parts.add(group.get(slot.key())));
                NDArray own = NDArrays.concat(parts, 0).get(rows);
                own.attach(manager);
                gates.put(slot.key(), own);
              });
    }
    return new Gates(gates);
  }

  private void fit(List<User> group, Path directory, Progress progress) {
    ServedModel served = adapters.served();
    BoundPeft peft = adapters.peft();
    try (NDManager manager = adapters.scope().manager().newSubManager()) {
      Bank bank = adapters.of(group, candidates(), manager).bank();
      BankGateFitting fitting =
          new BankGateFitting(
              served.model(),
              adapters.scope().services().trainer(),
              peft,
              bank,
              scheme,
              Lazy.of(() -> scheme.pieces(bank, peft.adapters(), manager)),
              served.encoder().histories(group),
              manager,
              seed(),
              progress);
      Gates gates = gating.fit(fitting);
      Safetensors.write(directory.resolve(FILE), gates.vectors(), Map.of());
    }
  }
}
