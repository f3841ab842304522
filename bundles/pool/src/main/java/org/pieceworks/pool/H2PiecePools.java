package org.pieceworks.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.storage.AtomicFiles;

/** Opens pools that are H2 files and safetensors. */
@Component
public final class H2PiecePools implements PiecePools {

  private static final Runnable NOTHING = () -> {};

  @Override
  public PiecePool open(Path directory) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> entries = Files.list(directory)) {
        if (!isPool(directory) && entries.findAny().isPresent()) {
          throw BadInputException.of(
              directory.toString(), "a directory that is no pool", "a pool or an empty directory");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + directory + ": " + e.getMessage(), e);
    }
    Catalogue catalogue = new Catalogue(Database.open(directory));
    OldFiles old = new OldFiles(directory);
    H2PiecePool pool =
        new H2PiecePool(directory, catalogue, new Packs(directory), old, true, NOTHING);
    try {
      pool.tidy();
    } catch (RuntimeException e) {
      catalogue.close();
      throw e;
    }
    return pool;
  }

  @Override
  public PiecePool openExisting(Path directory) {
    if (!isPool(directory)) {
      throw BadInputException.of(
          directory.toString(), "no " + Database.FILE, "the directory of a pool");
    }
    Database database = Database.openReadOnly(directory);
    if (database.version() == Database.NEWEST) {
      Catalogue catalogue = new Catalogue(database);
      if (catalogue.loose().isEmpty()) {
        OldFiles old = new OldFiles(directory);
        return new H2PiecePool(directory, catalogue, new Packs(directory), old, false, NOTHING);
      }
    }
    database.close();
    return openOld(directory);
  }

  /** Reads a pool of an older version as a new one that lasts only while it is open. */
  private static PiecePool openOld(Path directory) {
    try {
      Path passing = Files.createTempDirectory("pieceworks-pool-");
      boolean open = false;
      try {
        Files.copy(directory.resolve(Database.FILE), passing.resolve(Database.FILE));
        Catalogue catalogue = new Catalogue(Database.open(passing));
        try {
          Packs packs = new Packs(passing, directory);
          OldFiles old = new OldFiles(directory);
          new OldPieces(old, packs).takeAll(catalogue);
          Runnable forget = () -> AtomicFiles.deleteTree(passing);
          PiecePool pool = new H2PiecePool(passing, catalogue, packs, old, false, forget);
          open = true;
          return pool;
        } finally {
          if (!open) {
            catalogue.close();
          }
        }
      } finally {
        if (!open) {
          AtomicFiles.deleteTree(passing);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + directory + ": " + e.getMessage(), e);
    }
  }

  private static boolean isPool(Path directory) {
    return Files.exists(directory.resolve(Database.FILE));
  }
}
