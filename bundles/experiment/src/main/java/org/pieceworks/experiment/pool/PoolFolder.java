package org.pieceworks.experiment.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.api.pool.SharerShare;
import org.pieceworks.experiment.option.Names;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.trial.TrialAssemblies;
import org.pieceworks.storage.AtomicFiles;

/**
 * A folder that holds a pool, or is to hold one. Each call opens the pool and closes it again, so
 * that others can have it in between.
 */
public record PoolFolder(PiecePools pools, Path directory) {

  /** The pool that a trial of this machine made; empty where it made none. */
  public static Optional<Path> made(StoredTrial trial) {
    return trial
        .result()
        .flatMap(
            result -> TrialAssemblies.pool(result.provenance(), Home.ofEnvironment().stages()));
  }

  /**
   * Opens it for reading.
   *
   * @throws BadInputException if it is no pool
   */
  public PiecePool open() {
    return pools.openExisting(directory);
  }

  /**
   * Writes it as a folder that {@link #importFrom} reads; returns how many pieces.
   *
   * @throws BadInputException if the folder is there already
   */
  public int exportTo(Path target) {
    checkNew(target);
    try (PiecePool open = open()) {
      open.exportTo(target);
      return open.size().pieces();
    }
  }

  private static void checkNew(Path target) {
    if (Files.exists(target)) {
      throw BadInputException.of("DIR", target + ", which is there already", "a new folder");
    }
  }

  /**
   * Adds the pieces of an exported pool, all or none, to a pool that is made if need be; returns
   * how many.
   *
   * @throws BadInputException if the folder is not what an export wrote
   */
  public int importFrom(Path source, Progress progress) {
    if (!Files.isDirectory(source)) {
      throw BadInputException.of("DIR", source + ", no directory", "a folder that export wrote");
    }
    boolean made = !Files.exists(directory);
    try (PiecePool open = pools.open(directory)) {
      return open.importFrom(source, progress);
    } catch (RuntimeException e) {
      if (made) {
        AtomicFiles.deleteTree(directory);
      }
      throw e;
    }
  }

  /**
   * Makes a pool of its own of the same pieces; returns how many.
   *
   * @throws BadInputException if the folder is there already
   */
  public int copyTo(Path target, Progress progress) {
    checkNew(target);
    Path absolute = target.toAbsolutePath();
    Path passing = absolute.resolveSibling(AtomicFiles.UNFINISHED + UUID.randomUUID());
    try {
      exportTo(passing);
      return new PoolFolder(pools, target).importFrom(passing, progress);
    } finally {
      AtomicFiles.deleteTree(passing);
    }
  }

  /**
   * Takes back all pieces of a sharer; returns how many.
   *
   * @throws BadInputException if nobody of that name shares here
   */
  public int revoke(String sharer) {
    open().close(); // a folder that is no pool must not become one
    try (PiecePool open = pools.open(directory)) {
      List<String> sharers =
          open.sharers().stream().map(SharerShare::sharer).filter(s -> !s.isEmpty()).toList();
      if (!sharers.contains(sharer)) {
        throw BadInputException.of(
            "SHARER",
            sharer,
            Names.nearest(sharer, sharers)
                .map(nearest -> "a sharer of this pool, such as " + nearest)
                .orElse("a sharer of this pool: pool ls --sharers lists them"));
      }
      return open.revoke(sharer);
    }
  }

  /** What is verified. */
  public record Verified(int entries, List<String> damage) {

    /** The outcome in a sentence. */
    public String sentence() {
      return damage.isEmpty()
          ? "sound: " + entries + " pieces"
          : damage.size() + " of " + entries + " pieces are damaged or missing";
    }
  }

  /** Checks every piece against its hash. */
  public Verified verify(Progress progress) {
    try (PiecePool open = open()) {
      return new Verified(open.size().entries(), open.verify(progress));
    }
  }
}
