package org.pieceworks.ui.internal.view.editor;

import java.time.Duration;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.editor.check.Checked;
import org.pieceworks.ui.internal.view.editor.check.TimeEstimate;

/** What came of looking at a text, in words. */
record HeadWords(Texts texts) {

  private static final long SOON = 90;

  /** How many trials there are and how long they may take. */
  String of(Checked checked) {
    if (!checked.problems().isEmpty()) {
      return texts.get("head.problem");
    }
    String time = checked.time().map(this::time).orElseGet(() -> texts.get("head.unknown"));
    return texts.get(
        "head",
        counted("points", checked.points()),
        counted("seeds", checked.seeds()),
        counted("trials", checked.trials()),
        time);
  }

  private String counted(String what, int count) {
    return texts.get("head." + what + (count == 1 ? ".one" : ""), count);
  }

  private String time(TimeEstimate estimate) {
    String words = words(estimate.time());
    return texts.get(estimate.atMost() ? "head.at-most" : "head.about", words);
  }

  /** A time, not more precise than anybody would believe. */
  String words(Duration time) {
    if (time.toSeconds() < SOON) {
      return texts.get("time.seconds", Math.max(1, time.toSeconds()));
    }
    long minutes = (time.toSeconds() + 30) / 60;
    return minutes < SOON
        ? texts.get("time.minutes", minutes)
        : texts.get("time.hours", minutes / 60, minutes % 60);
  }
}
