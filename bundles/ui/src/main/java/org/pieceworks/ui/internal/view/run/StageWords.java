package org.pieceworks.ui.internal.view.run;

import java.time.Duration;
import java.util.Locale;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.run.QueuedRun.Stage;
import org.pieceworks.ui.run.QueuedRun.Trial;

/** Trials and stages in words. */
record StageWords(Texts texts) {

  private static final int MINUTE = 60;

  String of(Trial trial) {
    String state =
        !trial.error().isEmpty()
            ? texts.get("trial.failed", trial.error())
            : trial.ended() ? texts.get("trial.done") : "";
    return texts.get("trial", trial.number(), trial.label(), state).strip();
  }

  String of(Stage stage) {
    if (stage.reused()) {
      return texts.get("stage.reused", stage.name());
    }
    if (stage.ended()) {
      return texts.get(
          "stage.done", stage.name(), String.format(Locale.ROOT, "%.1f", stage.seconds()));
    }
    String counted =
        stage.total() > 0
            ? texts.get("stage.counted", stage.done(), stage.total(), stage.unit())
            : "";
    String left = stage.left().map(time -> texts.get("stage.left", clock(time))).orElse("");
    return (stage.name() + counted + left).strip();
  }

  private static String clock(Duration time) {
    long seconds = time.toSeconds();
    return String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE);
  }
}
