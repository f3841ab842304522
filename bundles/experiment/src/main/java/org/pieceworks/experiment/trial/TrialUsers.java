package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.User;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.experiment.spec.Configured;
import org.pieceworks.experiment.spec.TrialSettings;
import org.pieceworks.experiment.stage.Canonical;
import org.pieceworks.experiment.stage.StageStore;

/**
 * The users of a trial as they were dealt.
 *
 * @param dataset all of them
 * @param split as they are kept
 */
public record TrialUsers(Dataset dataset, Split split) {

  /** What a user is for in a trial. */
  public enum Role {
    /** Adapts the base model. */
    BASE,
    /** Might have shared. */
    CANDIDATE,
    /** Shares. */
    SHARER,
    /** Is served. */
    TARGET,
    /** Takes no part. */
    UNUSED
  }

  /**
   * Reads them again.
   *
   * @param folder that relative paths are relative to
   * @throws org.pieceworks.api.BadInputException if the data set is not there any more
   */
  public static TrialUsers of(TrialSettings settings, long seed, Path folder) {
    Dataset dataset = Configured.read(settings.dataset(), folder, Seeds.of(seed, "dataset"));
    return new TrialUsers(dataset, Split.of(dataset, settings.split(), Seeds.of(seed, "split")));
  }

  /**
   * Every user's role by id.
   *
   * @param sharers the ids of those who shared
   */
  public Map<String, Role> roles(List<String> sharers) {
    Set<String> shared = new HashSet<>(sharers);
    Map<String, Role> roles = new HashMap<>();
    dataset.users().forEach(user -> roles.put(user.id(), Role.UNUSED));
    split.base().forEach(user -> roles.put(user.id(), Role.BASE));
    split.targets().forEach(user -> roles.put(user.id(), Role.TARGET));
    split
        .candidates()
        .forEach(
            user ->
                roles.put(user.id(), shared.contains(user.id()) ? Role.SHARER : Role.CANDIDATE));
    return roles;
  }

  /** A user's history and queries as the trial keeps them; those of others as they are. */
  public List<User> asKept() {
    Map<String, User> kept = new HashMap<>();
    List.of(split.base(), split.candidates(), split.targets())
        .forEach(part -> part.forEach(user -> kept.put(user.id(), user)));
    return dataset.users().stream().map(user -> kept.getOrDefault(user.id(), user)).toList();
  }

  /**
   * The history embeddings that a trial made, by user id; empty where it made none, or they are not
   * there any more.
   */
  public Map<String, float[]> embeddings(
      TrialProvenance provenance, StageStore store, ExecutionEngine engine) {
    Map<String, float[]> vectors = new LinkedHashMap<>();
    try (NDManager manager = engine.open("cpu")) {
      for (StageTime time : provenance.stages()) {
        if (time.stage().equals(EmbeddingStages.STAGE)) {
          store
              .find(time.stage(), time.key())
              .ifPresent(
                  stage -> {
                    float[][] read =
                        EmbeddingStages.read(stage.file(EmbeddingStages.FILE), manager);
                    add(stage.key().material().get("users"), read, vectors);
                  });
        }
      }
    }
    return vectors;
  }

  private void add(String users, float[][] read, Map<String, float[]> vectors) {
    for (List<User> part : List.of(split.base(), split.candidates(), split.targets())) {
      if (part.size() == read.length && Canonical.text(Users.histories(part)).equals(users)) {
        for (int i = 0; i < read.length; i++) {
          vectors.put(part.get(i).id(), read[i]);
        }
      }
    }
  }
}
