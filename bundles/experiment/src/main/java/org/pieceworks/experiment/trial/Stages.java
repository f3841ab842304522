package org.pieceworks.experiment.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageKey;
import org.pieceworks.experiment.stage.StageStore;

/** The stages of one trial: keys that know the engine, progress, and the list of what was done. */
final class Stages {

  /** Makes a product, reporting how far it is. */
  @FunctionalInterface
  interface Work {

    /** See {@link org.pieceworks.experiment.stage.StageMaker#make}. */
    void make(Path directory, ObjDoubleConsumer<String> facts, Progress progress)
        throws IOException;
  }

  private final StageStore store;
  private final String engine;
  private final String device;
  private final TrialListener listener;
  private final PluginCalls calls;
  private final boolean makes;
  private final Map<String, StageTime> times = new LinkedHashMap<>();

  /**
   * @param engine the tensor engine and its version
   * @param device {@code cpu} or {@code gpu}: they round differently
   * @param calls learns that the trial is alive
   */
  Stages(
      StageStore store, String engine, String device, TrialListener listener, PluginCalls calls) {
    this(store, engine, device, listener, calls, true);
  }

  private Stages(
      StageStore store,
      String engine,
      String device,
      TrialListener listener,
      PluginCalls calls,
      boolean makes) {
    this.makes = makes;
    this.store = store;
    this.engine = engine;
    this.device = device;
    this.listener = listener;
    this.calls = calls;
  }

  /** The same stages, of which none is made: one that is not there is an error that names it. */
  Stages asTheyAre() {
    return new Stages(store, engine, device, listener, calls, false);
  }

  /** Begins the key of a stage that computes with tensors. */
  StageKey.Builder key(String stage, int version) {
    return StageKey.of(stage, version).with("engine", engine).with("device", device);
  }

  /**
   * The product of a stage, made if it is not there.
   *
   * @param users whom it is for, 0 where it is for nobody in particular
   */
  Stage resolve(StageKey key, int users, Work work) {
    checkCancelled();
    Optional<Stage> there = store.find(key);
    Stage stage = there.isPresent() ? there.get() : make(key, users, work);
    StageTime time = new StageTime(key.stage(), key.key(), stage.seconds(), there.isPresent());
    times.putIfAbsent(key.key(), time);
    listener.stageFinished(time);
    return stage;
  }

  private Stage make(StageKey key, int users, Work work) {
    if (!makes) {
      throw BadInputException.of(
          "stage " + key.stage(),
          "none that fits",
          "that of a run with this version of the program: run the experiment once more");
    }
    listener.stageStarted(key.stage(), users);
    Progress progress = progress(key.stage());
    return store.resolve(key, (directory, facts) -> work.make(directory, facts, progress));
  }

  private Progress progress(String stage) {
    return new Progress() {
      @Override
      public void report(long done, long total, String unit) {
        calls.sign();
        listener.stageProgress(stage, done, total, unit);
      }

      @Override
      public void measured(String what, double value) {
        listener.stageMeasured(stage, what, value);
      }

      @Override
      public void checkCancelled() {
        Stages.this.checkCancelled();
      }
    };
  }

  /** Returns normally while the trial should go on. */
  void checkCancelled() {
    calls.checkAbandoned();
    if (listener.cancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  /** All stages so far, in the order in which they were needed; each once. */
  List<StageTime> times() {
    return List.copyOf(times.values());
  }
}
