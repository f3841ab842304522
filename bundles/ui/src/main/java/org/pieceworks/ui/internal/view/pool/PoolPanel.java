package org.pieceworks.ui.internal.view.pool;

import java.awt.BorderLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToolBar;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.internal.component.WhenSeen;
import org.pieceworks.ui.internal.trial.Bytes;
import org.pieceworks.ui.internal.trial.Html;
import org.pieceworks.ui.internal.trial.TrialBox;

/** The pool that is looked at: which one, how much it holds, its pieces, what can be done. */
final class PoolPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient RunStore runs;
  private final transient PoolView view;
  private final transient PoolActions actions;
  private final TrialBox trials;
  private final JLabel place = new JLabel(" ");
  private final JLabel totals = new JLabel(" ");
  private final PoolFilters filters;
  private final PieceTable table;
  private final JPanel content = new JPanel(new BorderLayout());
  private final JPanel middle = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private JButton importing;
  private JButton revoking;
  private JButton verifying;
  private JButton exporting;
  private JButton copying;
  private String run = "";
  private transient PoolChoice choice;

  PoolPanel(Desk desk, Texts texts, RunStore runs, PoolView view) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.runs = runs;
    this.view = view;
    actions = new PoolActions(desk, texts, this::read);
    trials = new TrialBox("pool-trial", texts.get("trial"));
    trials.onChoice(this::show);
    table = new PieceTable(desk, texts, () -> view.reading(choice.directory()));
    filters = new PoolFilters(texts, this::filter);
    empty = empty("empty", texts.get("empty.help"));
    add(head(), BorderLayout.NORTH);
    content.add(above(), BorderLayout.NORTH);
    content.add(table, BorderLayout.CENTER);
    add(middle, BorderLayout.CENTER);
    EmptyState.show(middle, empty);
    enableActions(false);
    setPreferredSize(new java.awt.Dimension(560, 400));
    WhenSeen seen = new WhenSeen(this);
    desk.on(RunSelected.class, event -> seen.run(() -> choose(event.run())));
  }

  private EmptyState empty(String key, String explanation) {
    return new EmptyState(texts.get(key), explanation)
        .with(texts.get("open"), "pool-open-first", this::open)
        .with(texts.get("own"), "pool-own-first", this::own);
  }

  private JPanel head() {
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    button(bar, "open", this::open);
    button(bar, "own", this::own);
    bar.addSeparator();
    verifying = button(bar, "verify", () -> actions.verify(folder()));
    exporting = button(bar, "export", () -> actions.export(folder()));
    copying = button(bar, "copy", () -> actions.copy(folder(), this::opened));
    importing = button(bar, "import", () -> actions.importInto(folder()));
    revoking = button(bar, "revoke", this::revoke);
    JPanel head = new JPanel();
    head.setLayout(new BoxLayout(head, BoxLayout.Y_AXIS));
    bar.setAlignmentX(LEFT_ALIGNMENT);
    head.add(bar);
    return head;
  }

  private JButton button(JToolBar bar, String key, Runnable act) {
    JButton button = Buttons.of(texts, "pool", key, act);
    bar.add(button);
    return button;
  }

  private JPanel above() {
    place.setName("pool-place");
    totals.setName("pool-totals");
    totals.putClientProperty("FlatLaf.styleClass", "h4");
    place.putClientProperty("FlatLaf.styleClass", "small");
    JPanel words = new JPanel();
    words.setLayout(new BoxLayout(words, BoxLayout.Y_AXIS));
    words.add(totals);
    words.add(Box.createVerticalStrut(2));
    words.add(place);
    JPanel line = new JPanel(new BorderLayout(8, 0));
    line.add(words, BorderLayout.CENTER);
    JPanel box = new JPanel(new java.awt.GridBagLayout());
    box.add(trials);
    line.add(box, BorderLayout.LINE_END);
    line.setBorder(javax.swing.BorderFactory.createEmptyBorder(4, 8, 2, 8));
    JPanel above = new JPanel(new BorderLayout());
    above.add(line, BorderLayout.NORTH);
    above.add(filters, BorderLayout.SOUTH);
    return above;
  }

  private PoolFolder folder() {
    return view.folder(choice.directory());
  }

  private void choose(String id) {
    run = id;
    desk.background(texts.get("look"), progress -> runs.find(id), this::show);
  }

  private void show(StoredRun found) {
    if (!found.id().equals(run)) {
      return;
    }
    List<StoredTrial> made =
        found.done().stream().filter(trial -> PoolFolder.made(trial).isPresent()).toList();
    trials.show(made);
    trials.setVisible(made.size() > 1);
    if (made.isEmpty()) {
      choice = null;
      enableActions(false);
      EmptyState.show(middle, empty("none", texts.get("none.help", Html.plain(found.name()))));
    } else {
      trials.chosen().filter(trial -> !shows(trial)).ifPresent(this::show);
    }
  }

  private boolean shows(StoredTrial trial) {
    return verifying.isEnabled() && choice.equals(choice(trial));
  }

  private PoolChoice choice(StoredTrial trial) {
    Path made = PoolFolder.made(trial).orElseThrow();
    return new PoolChoice(made, texts.get("of.run", run, trial.label()), false);
  }

  private void show(StoredTrial trial) {
    show(choice(trial));
  }

  private void open() {
    actions.folder("open").ifPresent(this::opened);
  }

  private void opened(Path folder) {
    trials.setVisible(false);
    show(new PoolChoice(folder, folder.toString(), true));
  }

  private void own() {
    opened(Home.ofEnvironment().pool());
  }

  private void show(PoolChoice chosen) {
    choice = chosen;
    read();
  }

  private void read() {
    PoolChoice wanted = choice;
    desk.background(
        texts.get("opening"),
        view.catalogue(wanted),
        columns -> {
          if (wanted.equals(choice)) {
            show(columns);
          }
        },
        error -> {
          if (wanted.equals(choice)) {
            missing(error);
          }
        });
  }

  private void show(PieceColumns columns) {
    totals.setText(
        texts.get(
            "totals",
            columns.totals().pieces(),
            columns.sharers().size(),
            columns.slots().size(),
            Bytes.of(columns.totals().bytes()),
            columns.totals().revoked()));
    place.setText(choice.title());
    place.setToolTipText(choice.directory().toString());
    filters.show(columns.slots());
    table.show(columns, filters);
    enableActions(true);
    EmptyState.show(middle, content);
  }

  private void missing(Throwable error) {
    enableActions(false);
    importing.setEnabled(choice.own());
    String said = Html.plain(error.getMessage());
    if (choice.own() && !Files.exists(choice.directory())) {
      EmptyState.show(
          middle,
          new EmptyState(texts.get("own.none"), said)
              .with(texts.get("import"), "pool-import-first", importing::doClick));
    } else {
      EmptyState.show(middle, empty("missing", said));
      desk.failed(texts.get("opening"), error);
    }
  }

  private void enableActions(boolean there) {
    verifying.setEnabled(there);
    exporting.setEnabled(there);
    copying.setEnabled(there);
    importing.setEnabled(there && choice.writable());
    revoking.setEnabled(there && choice.writable());
    String only = there && !choice.writable() ? ".run" : ".help";
    importing.setToolTipText(texts.get("import" + only));
    revoking.setToolTipText(texts.get("revoke" + only));
  }

  private void filter() {
    table.filter(filters);
  }

  private void revoke() {
    table
        .sharer()
        .ifPresentOrElse(
            sharer -> actions.revoke(folder(), sharer), () -> desk.say(texts.get("revoke.select")));
  }
}
