package org.pieceworks.ui.internal.view.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.report.ReportWriter;
import org.pieceworks.storage.AtomicFiles;

/**
 * The window's own copies of reports: where the command line wrote its own is not known, and those
 * may be of a run that has gone on since.
 */
record Reports(RunStore runs, ReportWriter writer, Home home) {

  private static final String PAGE = "report.html";
  private static final String OF = "written-of.txt";

  /**
   * A report.
   *
   * @param page the file
   * @param html what is in it
   */
  record Report(Path page, String html) {}

  /**
   * Reads the report of a run, written first where it is missing or older than its run.
   *
   * @param anew whether it is written in any case
   */
  Report read(String id, boolean anew) {
    StoredRun run = runs.find(id);
    Path folder = home.directory().resolve("ui").resolve("reports").resolve(run.id());
    Path page = folder.resolve(PAGE);
    String mark = run.state() + " " + run.done().size() + "/" + run.trials().size();
    try {
      boolean there = Files.isRegularFile(page) && mark.equals(mark(folder));
      if (anew || !there) {
        writer.write(run, folder);
        AtomicFiles.writeString(folder.resolve(OF), mark);
      }
      return new Report(page, Files.readString(page));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + page + ": " + e.getMessage(), e);
    }
  }

  private static String mark(Path folder) throws IOException {
    Path file = folder.resolve(OF);
    return Files.isRegularFile(file) ? Files.readString(file) : "";
  }

  /** Writes the report of a run to a folder of the user's. */
  Path write(String id, Path folder) {
    return writer.write(runs.find(id), folder);
  }
}
