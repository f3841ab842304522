package org.pieceworks.pool;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.lib.flyway.Migrations;

/** The embedded H2 file of a catalogue, held open by one writer or any number of readers. */
final class Database implements AutoCloseable {

  /** Its name in a pool's directory. */
  static final String FILE = "pool.mv.db";

  /** The version of the schema. */
  static final int NEWEST = 2;

  private static final String NAME = "pool";
  private static final String[] MIGRATIONS = {"V1__pieces.sql", "V2__packs.sql"};
  private static final int BATCH = 1000;
  private static final int CACHE_KIB = 16_384;

  private final Path directory;
  private final Connection connection;

  private Database(Path directory, Connection connection) {
    this.directory = directory;
    this.connection = connection;
  }

  /** Opens it for writing, made where there is none and migrated where it is older. */
  static Database open(Path directory) {
    JdbcDataSource source = source(directory, "");
    Database database = connect(directory, source);
    try {
      database.refuseNewer();
      Migrations.apply(source, Database.class, MIGRATIONS);
      return database;
    } catch (FlywayException e) {
      database.close();
      throw new BadInputException(
          directory + ": the pool's catalogue cannot be brought up to date: " + e.getMessage(), e);
    } catch (BadInputException e) {
      database.close();
      throw e;
    }
  }

  /** Opens it for reading only, of whatever older version. */
  static Database openReadOnly(Path directory) {
    Database database = connect(directory, source(directory, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE"));
    try {
      database.refuseNewer();
      return database;
    } catch (BadInputException e) {
      database.close();
      throw e;
    }
  }

  private static JdbcDataSource source(Path directory, String settings) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + directory.toAbsolutePath().resolve(NAME)
            + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;CACHE_SIZE="
            + CACHE_KIB
            + settings);
    return source;
  }

  private static Database connect(Path directory, JdbcDataSource source) {
    try {
      return new Database(directory, source.getConnection());
    } catch (SQLException e) {
      throw e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
          ? new BadInputException(directory + ": another process holds this pool open", e)
          : damaged(directory, e);
    }
  }

  private static BadInputException damaged(Path directory, SQLException e) {
    return new BadInputException(
        directory.resolve(FILE) + ": the pool's catalogue is damaged: " + e.getMessage(), e);
  }

  private void refuseNewer() {
    int version = version();
    if (version > NEWEST) {
      throw BadInputException.of(
          directory.toString(),
          "a pool of version " + version,
          "at most version " + NEWEST + "; a newer Pieceworks wrote it");
    }
  }

  /** The version of the schema, 0 where there is none yet. */
  int version() {
    String tables =
        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'flyway_schema_history'";
    return number(tables) == 0
        ? 0
        : (int)
            number(
                "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\""
                    + " WHERE \"success\"");
  }

  /** One row of an answer as what it means. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What a question's first column says in its only row; 0 for null. */
  long number(String sql, Object... values) {
    return list(sql, row -> row.getLong(1), values).get(0);
  }

  /** All rows of an answer. */
  <T> List<T> list(String sql, Reader<T> reader, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(reader.read(rows));
        }
        return all;
      }
    } catch (SQLException e) {
      throw damaged(directory, e);
    }
  }

  /** Changes rows; only within a transaction. */
  int change(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  /** Makes the same change for many values; only within a transaction. */
  void changeAll(String sql, Iterable<Object[]> each) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (Object[] values : each) {
        set(statement, values);
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  private static void set(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Does something whole or not at all. */
  void transaction(Runnable work) {
    try {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        work.run();
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw unwritable(e);
    }
  }

  private IllegalStateException unwritable(SQLException e) {
    return new IllegalStateException(
        directory + ": the pool's catalogue cannot be written: " + e.getMessage(), e);
  }

  /** Closes the file and rewrites it without what was deleted. */
  void compact() {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    } catch (SQLException e) {
      throw damaged(directory, e);
    }
  }

  @Override
  public void close() {
    try {
      if (!connection.isClosed()) {
        connection.close();
      }
    } catch (SQLException e) {
      throw damaged(directory, e);
    }
  }
}
