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
import org.pieceworks.api.pool.Piece;
import org.pieceworks.lib.flyway.Migrations;

/**
 * The entries of a pool in an embedded H2 file, held open by one writer or any number of readers.
 */
final class Catalogue implements AutoCloseable {

  /** The catalogue's file in a pool's directory. */
  static final String FILE = "pool.mv.db";

  private static final String DATABASE = "pool";
  private static final String[] MIGRATIONS = {"V1__pieces.sql"};
  private static final int NEWEST = MIGRATIONS.length;

  private final Path directory;
  private final Connection connection;

  private Catalogue(Path directory, Connection connection) {
    this.directory = directory;
    this.connection = connection;
  }

  /** Opens it for writing, made where there is none and migrated where it is older. */
  static Catalogue open(Path directory) {
    JdbcDataSource source = source(directory, "");
    Catalogue catalogue = connect(directory, source);
    try {
      catalogue.refuseNewer(catalogue.version());
      Migrations.apply(source, Catalogue.class, MIGRATIONS);
      return catalogue;
    } catch (FlywayException e) {
      catalogue.close();
      throw new BadInputException(
          directory + ": the pool's catalogue cannot be brought up to date: " + e.getMessage(), e);
    } catch (BadInputException e) {
      catalogue.close();
      throw e;
    }
  }

  /** Opens it for reading only. */
  static Catalogue openReadOnly(Path directory) {
    Catalogue catalogue =
        connect(directory, source(directory, ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE"));
    int version = catalogue.version();
    try {
      catalogue.refuseNewer(version);
    } catch (BadInputException e) {
      catalogue.close();
      throw e;
    }
    if (version < NEWEST) {
      catalogue.close();
      throw BadInputException.of(
          directory.toString(),
          "a pool of version " + version,
          "version " + NEWEST + "; import it into a new pool to bring it up to date");
    }
    return catalogue;
  }

  private static JdbcDataSource source(Path directory, String settings) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + directory.toAbsolutePath().resolve(DATABASE)
            + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0"
            + settings);
    return source;
  }

  private static Catalogue connect(Path directory, JdbcDataSource source) {
    try {
      return new Catalogue(directory, source.getConnection());
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

  private void refuseNewer(int version) {
    if (version > NEWEST) {
      throw BadInputException.of(
          directory.toString(),
          "a pool of version " + version,
          "at most version " + NEWEST + "; a newer Pieceworks wrote it");
    }
  }

  /** The version of the schema, 0 where there is none yet. */
  private int version() {
    String tables =
        "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'flyway_schema_history'";
    if (number(tables) == 0) {
      return 0;
    }
    return number(
        "SELECT COALESCE(MAX(CAST(\"version\" AS INTEGER)), 0) FROM \"flyway_schema_history\"");
  }

  private int number(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw damaged(directory, e);
    }
  }

  /** All entries, by number. */
  List<Piece> all() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM piece ORDER BY number")) {
      List<Piece> pieces = new ArrayList<>();
      while (rows.next()) {
        pieces.add(
            new Piece(
                rows.getInt("number"),
                rows.getString("sharer"),
                rows.getString("slot"),
                rows.getString("sha256"),
                rows.getLong("bytes"),
                rows.getBoolean("revoked")));
      }
      return pieces;
    } catch (SQLException e) {
      throw damaged(directory, e);
    }
  }

  /** The number that comes next. */
  int next() {
    return number("SELECT COALESCE(MAX(number) + 1, 0) FROM piece");
  }

  /** Adds entries in one transaction. */
  void add(List<Piece> pieces) {
    String sql =
        "INSERT INTO piece (number, sharer, slot, sha256, bytes, revoked) VALUES (?, ?, ?, ?, ?, ?)";
    transaction(
        () -> {
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Piece piece : pieces) {
              insert.setInt(1, piece.number());
              insert.setString(2, piece.sharer());
              insert.setString(3, piece.slot());
              insert.setString(4, piece.sha256());
              insert.setLong(5, piece.bytes());
              insert.setBoolean(6, piece.revoked());
              insert.addBatch();
            }
            insert.executeBatch();
          }
        });
  }

  /** Marks all entries of a sharer as revoked and forgets who it was. */
  void revoke(String sharer) {
    transaction(
        () -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE piece SET revoked = TRUE, sharer = '' WHERE sharer = ?")) {
            update.setString(1, sharer);
            update.executeUpdate();
          }
        });
  }

  /** Something done in a transaction. */
  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private void transaction(Work work) {
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
      throw new IllegalStateException(
          directory + ": the pool's catalogue cannot be written: " + e.getMessage(), e);
    }
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
