package org.pieceworks.experiment.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.experiment.stage.Stage;
import org.pieceworks.experiment.stage.StageStore;

/** What a trial left of its pieces in the stage store. */
public final class TrialAssemblies {

  private TrialAssemblies() {}

  /**
   * What a target keeps.
   *
   * @param bytes of it
   */
  public record Kept(Assembly assembly, int bytes) {}

  /** Per target what it keeps; empty where the trial assembled nothing or it is there no more. */
  public static List<Kept> kept(TrialProvenance provenance, StageStore store, Assembler assembler) {
    return stage(provenance, AssemblyStage.STAGE, store)
        .map(stage -> Blobs.read(stage.file(AssemblyStage.FILE)))
        .orElse(List.of())
        .stream()
        .map(bytes -> new Kept(assembler.decode(bytes), bytes.length))
        .toList();
  }

  private static Optional<Stage> stage(TrialProvenance provenance, String name, StageStore store) {
    return provenance.stages().stream()
        .filter(time -> time.stage().equals(name))
        .findFirst()
        .flatMap(time -> store.find(time.stage(), time.key()));
  }

  /**
   * The folder of the pool that a trial made; empty where it made none.
   *
   * @param stages the stage store's folder
   */
  public static Optional<Path> pool(TrialProvenance provenance, Path stages) {
    return provenance.stages().stream()
        .filter(time -> time.stage().equals(PoolStage.STAGE))
        .map(time -> stages.resolve(PoolStage.STAGE).resolve(time.key()))
        .map(folder -> folder.resolve(PoolStage.DIRECTORY))
        .findFirst();
  }
}
