package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.Trained;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;

/** Trains one adapter per user on their own history (OPPU), in blocks that every point shares. */
record AdapterStages(Scope scope, ServedModel served, BoundPeft peft, TrainingOptions training) {

  private static final int VERSION = 1;
  private static final String FILE = "bank.safetensors";
  private static final String TRAIN_SECONDS = "train_seconds";

  /** The stages of the blocks that some users lie in, in block order. */
  private record Needed(AdapterBlock block, StageKey key) {}

  /** What the keys of stages say that read these users' adapters. */
  List<String> keys(List<User> users, List<User> population) {
    return needed(users, population).stream().map(needed -> needed.key().key()).toList();
  }

  /** The blocks that some users of a population lie in. */
  List<List<User>> blocks(List<User> users, List<User> population) {
    return needed(users, population).stream().map(needed -> needed.block().users()).toList();
  }

  /** Trains what some users of a population still lack. */
  void resolve(List<User> users, List<User> population) {
    needed(users, population).forEach(this::resolve);
  }

  /**
   * The adapters of some users of a population, in their order.
   *
   * @param manager holds the bank
   */
  Trained of(List<User> users, List<User> population, NDManager manager) {
    Map<String, Integer> places = new HashMap<>();
    double seconds = 0;
    int offset = 0;
    try (NDManager loading = manager.newSubManager()) {
      List<Bank> banks = new ArrayList<>();
      for (Needed needed : needed(users, population)) {
        Stage stage = resolve(needed);
        List<User> members = needed.block().users();
        for (int i = 0; i < members.size(); i++) {
          places.put(members.get(i).id(), offset + i);
        }
        offset += members.size();
        double perUser = stage.fact(TRAIN_SECONDS) / members.size();
        seconds += perUser * users.stream().filter(u -> needed.block().indexOf(u) >= 0).count();
        banks.add(BankFiles.read(stage.file(FILE), served.model().sites(), loading));
      }
      Bank all = BankFiles.concat(banks, loading);
      int[] members = users.stream().mapToInt(user -> places.get(user.id())).toArray();
      return new Trained(all.select(members, manager), seconds / users.size());
    }
  }

  private List<Needed> needed(List<User> users, List<User> population) {
    int size = Budget.stacked(served.model().config(), training.batch());
    List<Needed> needed = new ArrayList<>();
    for (AdapterBlock block : AdapterBlock.of(population, size)) {
      if (users.stream().anyMatch(user -> block.indexOf(user) >= 0)) {
        needed.add(new Needed(block, key(block)));
      }
    }
    return needed;
  }

  private StageKey key(AdapterBlock block) {
    return scope
        .stages()
        .key("adapters", VERSION)
        .with("model", served.key())
        .with("code", scope.services().computing())
        .with("encoding", ExampleEncoder.VERSION)
        .with("task", scope.dataset().task())
        .with("users", Users.histories(block.users()))
        .with("peft", peft.key())
        .with("training", training)
        .with("seed", scope.seed("adapters"))
        .build();
  }

  private Stage resolve(Needed needed) {
    AdapterBlock block = needed.block();
    return scope
        .stages()
        .resolve(
            needed.key(),
            block.users().size(),
            (directory, facts, progress) -> train(block, directory, facts, progress));
  }

  private void train(
      AdapterBlock block, Path directory, ObjDoubleConsumer<String> facts, Progress progress) {
    List<User> users = block.users();
    // The same seed for all blocks: every adapter starts from the same A, so that factors of
    // different users can be averaged.
    long seed = scope.seed("adapters");
    try (NDManager manager = scope.manager().newSubManager();
        Bank bank = peft.adapters().create(users.size(), seed, manager)) {
      TrainingLog log =
          scope
              .services()
              .trainer()
              .train(
                  served.model(),
                  served.encoder().histories(users),
                  bank.flat(),
                  tensors -> peft.adapters().adaptation(Bank.ofFlat(tensors), true),
                  training,
                  seed,
                  progress);
      Trainings.checkFinite(log, users.stream().map(user -> "user " + user.id()).toList());
      BankFiles.write(directory.resolve(FILE), bank);
      facts.accept(TRAIN_SECONDS, log.seconds());
    }
  }
}
