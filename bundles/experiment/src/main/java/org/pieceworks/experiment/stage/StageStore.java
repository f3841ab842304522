package org.pieceworks.experiment.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.pieceworks.api.CancelledException;
import org.pieceworks.storage.AtomicFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Products of stages by the hash of what they depend on. A product appears whole or not at all; one
 * that is there is reused; one that is damaged is made again. Processes may share a store: where
 * two make the same product, the first to finish wins.
 */
public final class StageStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StageStore.class);
  private static final double NANOS = 1e9;

  private final Path root;
  private final StoreLease lease;
  // A product is verified once per process: checkpoints may be large.
  private final Set<Path> verified = ConcurrentHashMap.newKeySet();

  /** Opens a store, creating it where there is none; deletes what killed processes left. */
  public StageStore(Path root) {
    this.root = root;
    this.lease = StoreLease.take(root);
  }

  /** Where a product lies once it is made. */
  public Path directory(StageKey key) {
    return root.resolve(key.stage()).resolve(key.key());
  }

  /** A product that somebody made, by its key's text; empty where it is not there or not sound. */
  public Optional<Stage> find(String stage, String key) {
    Path directory = root.resolve(stage).resolve(key);
    try {
      return Files.isDirectory(directory)
          ? find(new StageKey(stage, StageRecord.read(directory).material(), key))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The product if it is there and sound; a damaged one is removed with a warning. */
  public Optional<Stage> find(StageKey key) {
    Path directory = directory(key);
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try {
      StageRecord found = StageRecord.read(directory);
      Optional<String> damage =
          verified.contains(directory) ? Optional.empty() : found.damage(key, directory);
      if (damage.isEmpty()) {
        verified.add(directory);
        return Optional.of(new Stage(key, directory, found.seconds(), found.facts(), true));
      }
      discard(directory, damage.get());
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      discard(directory, StageRecord.FILE + " cannot be read: " + reason);
    }
    return Optional.empty();
  }

  /**
   * The product of a stage: what is there, or what the maker makes.
   *
   * @throws UncheckedIOException if it cannot be written; nothing of it is then left
   */
  public Stage resolve(StageKey key, StageMaker maker) {
    Optional<Stage> there = find(key);
    return there.isPresent() ? there.get() : make(key, maker);
  }

  private Stage make(StageKey key, StageMaker maker) {
    Path directory = directory(key);
    Map<String, Double> facts = new TreeMap<>();
    long start = System.nanoTime();
    double[] seconds = new double[1];
    try {
      AtomicFiles.directory(
          directory,
          fresh -> {
            maker.make(fresh, facts::put);
            seconds[0] = (System.nanoTime() - start) / NANOS;
            StageRecord written =
                StageRecord.of(key, seconds[0], Instant.now().toString(), facts, fresh);
            Files.write(fresh.resolve(StageRecord.FILE), written.encode());
          });
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ClosedByInterruptException) {
        throw new CancelledException();
      }
      Optional<Stage> other = find(key);
      if (other.isPresent()) {
        LOG.info("another process made {} {} first", key.stage(), key.brief());
        return other.get();
      }
      throw e;
    }
    verified.add(directory);
    return new Stage(key, directory, seconds[0], facts, false);
  }

  private void discard(Path directory, String damage) {
    LOG.warn("{} is damaged ({}); it is made again", directory, damage);
    Path aside = directory.resolveSibling(StoreLease.aside(directory));
    try {
      Files.move(directory, aside);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move " + directory + " aside: " + e.getMessage(), e);
    }
    AtomicFiles.deleteTree(aside);
  }

  @Override
  public void close() {
    lease.close();
  }
}
