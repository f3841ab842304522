package org.pieceworks.experiment.run.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;

/** The table of runs. */
final class RunTables {

  private RunTables() {}

  static void insert(Connection db, StoredRun run, String fingerprint, Path folder, Instant created)
      throws SQLException {
    String sql =
        "insert into run (id, created, name, question, source, fingerprint, axes, base, seeds,"
            + " machine, state, folder) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement insert = db.prepareStatement(sql)) {
      insert.setString(1, run.id());
      insert.setTimestamp(2, Timestamp.from(created));
      insert.setString(3, run.name());
      insert.setString(4, run.question());
      insert.setString(5, run.source());
      insert.setString(6, fingerprint);
      insert.setString(7, Json.write(run.axes()));
      insert.setString(8, Json.write(run.base()));
      insert.setString(9, Json.write(run.seeds()));
      insert.setString(10, Json.write(run.machine()));
      insert.setString(11, run.state().name());
      insert.setString(12, folder.toString());
      insert.executeUpdate();
    }
    for (int place = 0; place < run.trials().size(); place++) {
      TrialTables.insert(db, run.id(), place, run.trials().get(place));
    }
  }

  static void state(Connection db, String id, RunState state) throws SQLException {
    try (PreparedStatement update = db.prepareStatement("update run set state = ? where id = ?")) {
      update.setString(1, state.name());
      update.setString(2, id);
      update.executeUpdate();
    }
  }

  static List<RunSummary> list(Connection db) throws SQLException {
    String sql =
        "select id, name, created, state,"
            + " (select count(*) from trial t where t.run = r.id and t.state = 'DONE') as done,"
            + " (select count(*) from trial t where t.run = r.id) as trials"
            + " from run r order by created desc, id desc";
    List<RunSummary> runs = new ArrayList<>();
    try (PreparedStatement query = db.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        runs.add(
            new RunSummary(
                rows.getString("id"),
                rows.getString("name"),
                rows.getTimestamp("created").toInstant().toString(),
                RunState.valueOf(rows.getString("state")),
                rows.getInt("done"),
                rows.getInt("trials")));
      }
    }
    return runs;
  }

  /** The newest run of a fingerprint that is not done. */
  static Optional<String> resumable(Connection db, String fingerprint) throws SQLException {
    String sql =
        "select id from run where fingerprint = ? and state <> 'DONE'"
            + " order by created desc, id desc fetch first row only";
    try (PreparedStatement query = db.prepareStatement(sql)) {
      query.setString(1, fingerprint);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /** Where the experiment file of a run was, empty where that is not known. */
  static Optional<String> folder(Connection db, String id) throws SQLException {
    try (PreparedStatement query = db.prepareStatement("select folder from run where id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  static StoredRun read(Connection db, String id) throws SQLException {
    List<StoredTrial> trials = TrialTables.read(db, id);
    try (PreparedStatement query = db.prepareStatement("select * from run where id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new StoredRun(
            id,
            row.getString("name"),
            row.getString("question"),
            row.getString("source"),
            RunState.valueOf(row.getString("state")),
            Json.read(row.getString("axes"), Json.LISTS),
            Json.read(row.getString("base"), Json.TEXTS),
            Json.read(row.getString("seeds"), Json.NUMBERS),
            Json.read(row.getString("machine"), Json.TEXTS),
            trials);
      }
    }
  }
}
