package org.pieceworks.api.method;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.ConfiguredPeft;

/**
 * What a method may ask for; each thing is made on first use, cached, and shared between methods
 * and trials.
 */
@ProviderType
public interface MethodContext {

  /** What is asked. */
  Task task();

  /** Whose data adapted the base model to the task: nothing of theirs is private. */
  List<User> base();

  /** The base model, adapted to the task. */
  BaseModel model();

  /** For every random choice. */
  long seed();

  /** Who is to be served. */
  List<User> targets();

  /** Who shares. */
  List<User> sharers();

  /** The kind of adapter. */
  ConfiguredPeft<?> peft();

  /** That kind on the base model. */
  Adapters adapters();

  /** History embeddings, {@code [users][width]}. */
  float[][] embeddings(List<User> users);

  /** Wall-clock seconds per user that {@link #embeddings} took. */
  double embeddingSeconds(List<User> users);

  /** One adapter per user, trained on their own history (OPPU). */
  Trained train(List<User> users);

  /** The targets' adapters, assembled from the sharers' pool. */
  Assembled assemble();

  /** Holds what the method returns. */
  NDManager manager();
}
