package org.pieceworks.ui.internal.component;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Texts;

/** Runs in words. */
public final class RunWords {

  private static final Texts TEXTS = Texts.of(RunWords.class);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private RunWords() {}

  /** A run on one line: its experiment, when it was, how far it came. */
  public static String line(RunSummary run) {
    return TEXTS.get("line", run.name(), when(run), state(run));
  }

  /** A run as short as it can be told from others. */
  public static String name(RunSummary run) {
    return TEXTS.get("name", run.name(), when(run));
  }

  /** When it was begun, by this machine's clock. */
  public static String when(RunSummary run) {
    try {
      return WHEN.format(Instant.parse(run.created()).atZone(ZoneId.systemDefault()));
    } catch (DateTimeParseException e) {
      return run.created();
    }
  }

  /** How far it came. */
  public static String state(RunSummary run) {
    return TEXTS.get("state." + run.state(), run.trialsDone(), run.trials());
  }
}
