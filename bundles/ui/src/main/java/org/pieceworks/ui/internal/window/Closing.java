package org.pieceworks.ui.internal.window;

import java.util.List;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.Unsaved;
import org.pieceworks.ui.run.RunQueue;

/** The way to the window's end: what would be lost is saved or given up, runs are stopped. */
final class Closing {

  private final Workspace workspace;
  private final RunQueue queue;
  private final Runnable last;
  private final Texts texts = Texts.of(Closing.class);

  /**
   * Does nothing yet.
   *
   * @param last closes at once
   */
  Closing(Workspace workspace, RunQueue queue, Runnable last) {
    this.workspace = workspace;
    this.queue = queue;
    this.last = last;
  }

  /** Closes, and asks first where there is something to be asked. */
  void begin() {
    List<Unsaved> unsaved = workspace.unsaved();
    CloseQuestion question =
        new CloseQuestion(
            unsaved.stream().flatMap(one -> one.names().stream()).toList(), queue.running());
    if (question.needless()) {
      last.run();
      return;
    }
    int chosen = question.words(texts).ask(workspace.frame());
    switch (question.answer(chosen, texts)) {
      case SAVE -> save(unsaved);
      case CLOSE ->
          stop(
              () -> {
                unsaved.forEach(Unsaved::discard);
                last.run();
              });
      default -> {
        // All stays as it is.
      }
    }
  }

  /** One after the other, so that what cannot be saved is the last thing that is said. */
  private void save(List<Unsaved> left) {
    if (!left.isEmpty()) {
      left.get(0).save(() -> save(left.subList(1, left.size())));
    } else if (workspace.unsaved().stream().allMatch(one -> one.names().isEmpty())) {
      stop(last);
    } else {
      begin(); // something was typed meanwhile
    }
  }

  private void stop(Runnable then) {
    if (queue.running() == 0) {
      then.run();
      return;
    }
    workspace.say(texts.get("close.stopping"));
    workspace
        .background()
        .start(
            texts.get("close.stopping"),
            progress -> {
              queue.stopAll();
              return null;
            },
            done -> then.run(),
            error -> then.run());
  }
}
