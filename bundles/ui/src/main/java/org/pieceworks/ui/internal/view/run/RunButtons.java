package org.pieceworks.ui.internal.view.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JToolBar;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.run.QueuedRun;
import org.pieceworks.ui.run.QueuedRun.State;

/** What can be done with the selected run. */
final class RunButtons extends JToolBar {

  static final String PAUSE = "pause";
  static final String GO_ON = "go-on";
  static final String STOP = "stop";
  static final String RESUME = "resume";
  static final String AGAIN = "again";
  static final String CHARTS = "charts";
  static final String REPORT = "report";
  static final String CLEAR = "clear";

  private static final long serialVersionUID = 1L;
  private static final List<String> ALL =
      List.of(PAUSE, GO_ON, STOP, RESUME, AGAIN, CHARTS, REPORT, CLEAR);

  private final List<JButton> buttons = new ArrayList<>();

  RunButtons(Texts texts, Consumer<String> act) {
    setFloatable(false);
    for (String key : ALL) {
      JButton button = Buttons.of(texts, "run", key, () -> act.accept(key));
      buttons.add(button);
      add(button);
    }
    show(Optional.empty());
  }

  /** Offers what fits a run. */
  void show(Optional<QueuedRun> run) {
    for (int i = 0; i < ALL.size(); i++) {
      String key = ALL.get(i);
      buttons.get(i).setEnabled(run.isPresent() && fits(key, run.get()));
    }
  }

  private static boolean fits(String key, QueuedRun run) {
    State state = run.state();
    return switch (key) {
      case PAUSE -> state == State.RUNNING;
      case GO_ON -> state == State.PAUSED;
      case STOP -> !state.ended() && state != State.STOPPING;
      case RESUME -> state == State.STOPPED;
      case AGAIN, CLEAR -> state.ended();
      default -> run.run().isPresent() && run.done() > 0;
    };
  }
}
