package org.pieceworks.experiment.trial;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.Assembled;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Trained;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.ConfiguredPeft;

/**
 * What one method of a trial may ask for. Everything is made on first use; what is made is a stage,
 * so other methods and other trials find it there.
 *
 * @param manager holds what this method is given
 */
record TrialContext(Scope scope, Personal personal, NDManager manager) implements MethodContext {

  @Override
  public Task task() {
    return scope.dataset().task();
  }

  @Override
  public List<User> base() {
    return scope.split().base();
  }

  @Override
  public BaseModel model() {
    return personal.model();
  }

  @Override
  public long seed() {
    return scope.seed("method");
  }

  @Override
  public List<User> targets() {
    return scope.split().targets();
  }

  @Override
  public List<User> sharers() {
    return personal.sharers();
  }

  @Override
  public ConfiguredPeft<?> peft() {
    return personal.peft().peft();
  }

  @Override
  public Adapters adapters() {
    return personal.peft().adapters();
  }

  @Override
  public float[][] embeddings(List<User> users) {
    float[][] vectors = new float[users.size()][];
    for (Part part : parts(users)) {
      float[][] some = personal.embeddings().of(part.users(), part.population());
      for (int i = 0; i < some.length; i++) {
        vectors[part.places().get(i)] = some[i];
      }
    }
    return vectors;
  }

  @Override
  public double embeddingSeconds(List<User> users) {
    double seconds = 0;
    for (Part part : parts(users)) {
      seconds += part.users().size() * personal.embeddings().secondsPerUser(part.population());
    }
    return seconds / users.size();
  }

  @Override
  public Trained train(List<User> users) {
    List<Part> parts = parts(users);
    if (parts.size() != 1) {
      throw new IllegalArgumentException("users of one part of the split are trained at a time");
    }
    return personal.adapters().of(users, parts.get(0).population(), manager);
  }

  @Override
  public Assembled assemble() {
    return personal.assembled(manager);
  }

  /**
   * Users who belong to one part of the split.
   *
   * @param places of the users among those that were asked for
   */
  private record Part(List<User> users, List<Integer> places, List<User> population) {}

  private List<Part> parts(List<User> users) {
    List<Part> parts = new ArrayList<>();
    part(users, scope.split().targets()).ifPresent(parts::add);
    part(users, scope.split().candidates()).ifPresent(parts::add);
    part(users, scope.split().base()).ifPresent(parts::add);
    int found = parts.stream().mapToInt(part -> part.users().size()).sum();
    if (found != users.size()) {
      throw new IllegalArgumentException("some users are not among those of this trial");
    }
    return parts;
  }

  private static Optional<Part> part(List<User> users, List<User> population) {
    Set<String> ids = new HashSet<>(Users.ids(population));
    List<User> own = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      if (ids.contains(users.get(i).id())) {
        own.add(users.get(i));
        places.add(i);
      }
    }
    return own.isEmpty() ? Optional.empty() : Optional.of(new Part(own, places, population));
  }
}
