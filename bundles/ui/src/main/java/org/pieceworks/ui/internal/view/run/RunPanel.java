package org.pieceworks.ui.internal.view.run;

import java.awt.BorderLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.Timer;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Splits;
import org.pieceworks.ui.event.RunRequested;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.event.RunsChanged;
import org.pieceworks.ui.run.QueuedRun;
import org.pieceworks.ui.run.RunQueue;

/** The queue above, the selected run's stages and log below. */
final class RunPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int RENEW_IN_MS = 250;
  private static final double SPLIT = 0.28;
  private static final double STAGES = 0.55;

  private final transient Desk desk;
  private final transient RunQueue queue;
  private final transient Texts texts;
  private final QueueModel model;
  private final JTable table;
  private final StageTree stages;
  private final JTextArea log = new JTextArea();
  private final RunButtons buttons;
  private final JPanel middle = new JPanel(new BorderLayout());
  private final JSplitPane split;
  private final EmptyState empty;
  private final AtomicBoolean old = new AtomicBoolean(true);
  private transient List<QueuedRun.State> states = List.of();

  RunPanel(Desk desk, RunQueue queue, Texts texts) {
    super(new BorderLayout());
    this.desk = desk;
    this.queue = queue;
    this.texts = texts;
    model = new QueueModel(texts);
    table = new JTable(model);
    stages = new StageTree(texts);
    buttons = new RunButtons(texts, this::act);
    empty =
        new EmptyState(texts.get("empty"), texts.get("empty.help"))
            .with(texts.get("empty.show"), "run-experiments", () -> desk.show("experiments"));
    split = split();
    add(buttons, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    EmptyState.show(middle, empty);
    desk.on(RunRequested.class, this::submit);
    KeyStroke keys = KeyStroke.getKeyStroke(KeyEvent.VK_F2, InputEvent.CTRL_DOWN_MASK);
    desk.offer(new Act("run-stop", "run", texts.get("stop.act"), keys, () -> act(RunButtons.STOP)));
    Runnable changed = () -> old.set(true);
    queue.listen(changed);
    // Runs report more often than anybody can read.
    Timer timer = new Timer(RENEW_IN_MS, event -> renew());
    timer.start();
    desk.atEnd(
        () -> {
          timer.stop();
          queue.forget(changed);
        });
    renew();
  }

  private JSplitPane split() {
    table.setName("run-queue");
    table.getAccessibleContext().setAccessibleName(texts.get("queue"));
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setFillsViewportHeight(true);
    table.getSelectionModel().addListSelectionListener(event -> showSelected());
    QueueModel.layOut(table);
    log.setEditable(false);
    log.setName("run-log");
    log.getAccessibleContext().setAccessibleName(texts.get("log"));
    JSplitPane lower =
        Splits.of(
            JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(stages), new JScrollPane(log), STAGES);
    JSplitPane both = Splits.of(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), lower, SPLIT);
    return both;
  }

  private void submit(RunRequested request) {
    int number = queue.submit(request.file(), request.overrides(), request.resume());
    renew();
    select(number);
  }

  private void select(int number) {
    int row = model.row(number);
    if (row >= 0) {
      table.setRowSelectionInterval(row, row);
    }
  }

  private Optional<QueuedRun> selected() {
    int row = table.getSelectedRow();
    return row < 0 ? Optional.empty() : Optional.of(model.run(row));
  }

  private void renew() {
    if (!old.getAndSet(false)) {
      return;
    }
    List<QueuedRun> runs = queue.runs();
    int selected = selected().map(QueuedRun::number).orElse(0);
    model.show(runs);
    select(selected);
    EmptyState.show(middle, runs.isEmpty() ? empty : split);
    showSelected();
    List<QueuedRun.State> now = new ArrayList<>();
    runs.forEach(run -> now.add(run.state()));
    if (!now.equals(states)) {
      ended(runs);
      states = now;
      desk.tell(new RunsChanged());
    }
  }

  /** A run that has just ended is what views of results show. */
  private void ended(List<QueuedRun> runs) {
    for (int i = 0; i < runs.size(); i++) {
      boolean before = i < states.size() && states.get(i).ended();
      QueuedRun run = runs.get(i);
      if (!before && run.state().ended()) {
        desk.say(texts.get("ended", run.name(), texts.get("state." + run.state())));
        run.run().filter(id -> run.done() > 0).ifPresent(id -> desk.tell(new RunSelected(id)));
      }
    }
  }

  private void showSelected() {
    Optional<QueuedRun> run = selected();
    stages.show(run);
    String text = run.map(one -> String.join("\n", one.log())).orElse("");
    if (!text.equals(log.getText())) {
      log.setText(text);
    }
    buttons.show(run);
  }

  private void act(String what) {
    selected().ifPresent(run -> act(what, run));
  }

  private void act(String what, QueuedRun run) {
    switch (what) {
      case RunButtons.STOP -> queue.stop(run.number());
      case RunButtons.PAUSE -> queue.pause(run.number(), true);
      case RunButtons.GO_ON -> queue.pause(run.number(), false);
      case RunButtons.RESUME -> submit(new RunRequested(run.file(), run.overrides(), true));
      case RunButtons.AGAIN -> submit(new RunRequested(run.file(), run.overrides(), false));
      case RunButtons.CHARTS -> results(run, "charts");
      case RunButtons.REPORT -> results(run, "reports");
      default -> queue.clear();
    }
  }

  private void results(QueuedRun run, String view) {
    run.run()
        .ifPresent(
            id -> {
              desk.tell(new RunSelected(id));
              desk.show(view);
            });
  }
}
