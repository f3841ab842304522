package org.pieceworks.experiment.run.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.lib.flyway.Migrations;

/**
 * The run store's file. Only one process can hold it open, so everyone opens it for the moment of
 * one transaction and waits a bounded time for their turn.
 */
final class Database {

  private static final long PATIENCE_IN_S = 60;
  private static final long PAUSE_IN_MS = 50;
  private static final String[] MIGRATIONS = {"V1__runs.sql", "V2__folder.sql"};

  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private final Path file;
  private final JdbcDataSource source = new JdbcDataSource();
  private boolean migrated;

  /**
   * @param file without its ending
   */
  Database(Path file) {
    this.file = file;
    // Compaction at closing lost the last transactions of a file that was opened again soon after.
    source.setURL(
        "jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0");
  }

  /**
   * Does work in one transaction, all or nothing.
   *
   * @throws BadInputException if the file is damaged, or another process keeps it for too long
   */
  synchronized <T> T transaction(Work<T> work) {
    try (Connection connection = open()) {
      connection.setAutoCommit(false);
      T result = work.with(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw damaged(e);
    }
  }

  private Connection open() throws SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_S);
    createFolder();
    while (true) {
      try {
        Connection connection = source.getConnection();
        migrate();
        return connection;
      } catch (SQLException e) {
        if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
          throw e;
        }
        if (System.nanoTime() > end) {
          throw new BadInputException(
              file + ": another process has kept the run store open for " + PATIENCE_IN_S + " s",
              e);
        }
        pause();
      }
    }
  }

  private void migrate() {
    if (migrated) {
      return;
    }
    try {
      Migrations.apply(source, Database.class, MIGRATIONS);
      migrated = true;
    } catch (FlywayException e) {
      throw new BadInputException(
          file + ": the run store cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private void createFolder() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the folder of " + file, e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_IN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private RuntimeException damaged(SQLException e) {
    if (Thread.currentThread().isInterrupted()) {
      return new CancelledException();
    }
    return new BadInputException(file + ": the run store does not answer: " + e.getMessage(), e);
  }
}
