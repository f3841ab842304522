package org.pieceworks.ui.internal.view.assembly;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.internal.component.WhenSeen;
import org.pieceworks.ui.internal.trial.Bytes;
import org.pieceworks.ui.internal.trial.HeldTrial;
import org.pieceworks.ui.internal.trial.Html;
import org.pieceworks.ui.internal.trial.TrialBox;

/** A target's map and pieces above, a question and its answers below. */
final class AssemblyPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final double MAP = 0.52;
  private static final double UPPER = 0.6;
  private static final int[] WIDTHS = {46, 90, 80, 56, 64, 72};

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient AssemblyView view;
  private final transient HeldTrial held;
  private final TrialBox trials;
  private final JComboBox<String> targets = new JComboBox<>();
  private final JLabel stored = new JLabel(" ");
  private final HeatMap map;
  private final WeightScale scale = new WeightScale();
  private final ChosenModel model;
  private final JTable table;
  private final JButton scores;
  private final TryPanel trying;
  private final JPanel middle = new JPanel(new BorderLayout());
  private final JPanel content = new JPanel(new BorderLayout());
  private transient StoredRun run;
  private transient TrialPieces pieces;
  private transient WeightMap weights = WeightMap.EMPTY;
  private String wanted = "";
  private boolean filling;

  AssemblyPanel(Desk desk, Texts texts, AssemblyView view) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.view = view;
    held = new HeldTrial(desk, texts.get("closing"));
    trials = new TrialBox("assembly-trial", texts.get("trial"));
    trials.onChoice(this::show);
    map = new HeatMap(texts, this::select);
    model = new ChosenModel(texts);
    table = new JTable(model);
    scores = new JButton(texts.get("scores"));
    trying = new TryPanel(desk, texts, held);
    content.add(head(), BorderLayout.NORTH);
    content.add(split(), BorderLayout.CENTER);
    add(middle, BorderLayout.CENTER);
    empty("empty", texts.get("empty.help"));
    setPreferredSize(new java.awt.Dimension(560, 400));
    WhenSeen seen = new WhenSeen(this);
    desk.on(RunSelected.class, event -> seen.run(() -> choose(event.run())));
  }

  private void empty(String key, String explanation) {
    EmptyState.show(
        middle,
        new EmptyState(texts.get(key), explanation)
            .with(texts.get("empty.show"), "assembly-experiments", () -> desk.show("experiments")));
  }

  private JPanel head() {
    targets.setName("assembly-target");
    targets.getAccessibleContext().setAccessibleName(texts.get("target"));
    targets.addActionListener(event -> showTarget());
    targets.setMaximumRowCount(20);
    stored.setName("assembly-stored");
    JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 4));
    JLabel label = new JLabel(texts.get("target"));
    label.setLabelFor(targets);
    line.add(label);
    line.add(targets);
    line.add(trials);
    JPanel head = new JPanel(new BorderLayout());
    head.add(line, BorderLayout.NORTH);
    stored.setBorder(javax.swing.BorderFactory.createEmptyBorder(0, 8, 4, 8));
    head.add(stored, BorderLayout.SOUTH);
    return head;
  }

  private JSplitPane split() {
    table.setName("assembly-pieces");
    table.getAccessibleContext().setAccessibleName(texts.get("pieces"));
    table.setAutoCreateRowSorter(true);
    table.setFillsViewportHeight(true);
    for (int i = 0; i < WIDTHS.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
    scores.setName("assembly-scores");
    scores.setToolTipText(texts.get("scores.help"));
    scores.addActionListener(event -> score());
    JPanel below = new JPanel(new FlowLayout(FlowLayout.TRAILING, 4, 2));
    below.add(scores);
    JPanel list = new JPanel(new BorderLayout());
    list.add(new JScrollPane(table), BorderLayout.CENTER);
    list.add(below, BorderLayout.SOUTH);
    JSplitPane upper = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, mapWithScale(), list);
    upper.setResizeWeight(MAP);
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, upper, trying);
    split.setResizeWeight(UPPER);
    return split;
  }

  private JPanel mapWithScale() {
    scale.setBorder(javax.swing.BorderFactory.createEmptyBorder(4, 8, 4, 8));
    JPanel both = new JPanel(new BorderLayout());
    both.add(new JScrollPane(map), BorderLayout.CENTER);
    both.add(scale, BorderLayout.SOUTH);
    return both;
  }

  private void choose(String id) {
    wanted = id;
    desk.background(texts.get("look"), progress -> view.run(id), this::show);
  }

  private void show(StoredRun found) {
    if (!found.id().equals(wanted)) {
      return;
    }
    run = found;
    List<StoredTrial> assembled =
        found.done().stream().filter(trial -> PoolFolder.made(trial).isPresent()).toList();
    trials.show(assembled);
    trials.setVisible(assembled.size() > 1);
    if (pieces != null && trials.chosen().filter(pieces.trial()::equals).isPresent()) {
      return; // what is typed stays while others of its trials go on
    }
    if (assembled.isEmpty()) {
      pieces = null;
      held.hold(Optional.empty());
      empty("none", texts.get("none.help", Html.plain(found.name())));
    } else {
      trials.chosen().ifPresent(this::show);
    }
  }

  private void show(StoredTrial trial) {
    StoredRun of = run;
    desk.background(
        texts.get("look"),
        progress -> view.read(of, trial),
        read -> {
          if (trials.chosen().filter(trial::equals).isPresent()) {
            show(read);
          }
        },
        error -> {
          pieces = null;
          held.hold(Optional.empty());
          empty("missing", Html.plain(error.getMessage()));
        });
  }

  private void show(TrialPieces read) {
    pieces = read;
    if (read.kept().size() != read.targets().size()) {
      pieces = null;
      held.hold(Optional.empty());
      empty("missing", texts.get("missing.help"));
      return;
    }
    held.hold(Optional.of(view.served(read)));
    Object before = targets.getSelectedItem();
    filling = true;
    targets.removeAllItems();
    read.targets().stream().map(User::id).forEach(targets::addItem);
    targets.setSelectedItem(before);
    if (targets.getSelectedIndex() < 0) {
      targets.setSelectedIndex(0);
    }
    filling = false;
    EmptyState.show(middle, content);
    showTarget();
  }

  /** The selected target's. */
  private void showTarget() {
    int target = targets.getSelectedIndex();
    if (filling || target < 0) {
      return;
    }
    TrialPieces of = pieces;
    trying.show(target, of.targets().get(target).queries());
    desk.background(
        texts.get("look"),
        progress -> view.chosen(of, target),
        chosen -> {
          if (of == pieces && target == targets.getSelectedIndex()) {
            show(target, chosen);
          }
        });
  }

  private void show(int target, List<ChosenPiece> chosen) {
    weights = WeightMap.of(chosen);
    map.show(weights);
    scale.show(weights.most());
    model.show(chosen);
    int bytes = pieces.kept().get(target).bytes();
    String kept = texts.get("stored", Bytes.of(bytes), chosen.size(), weights.sharers().size());
    String own =
        pieces.ownBytes().isPresent()
            ? texts.get(
                "own",
                Bytes.of(pieces.ownBytes().getAsDouble()),
                String.format(Locale.ROOT, "%.0f", pieces.ownBytes().getAsDouble() / bytes))
            : "";
    stored.setText("<html>" + kept + own);
    stored.setToolTipText(texts.get("stored.help"));
  }

  private void select(int slot) {
    String key = weights.slots().get(slot).key();
    table.clearSelection();
    for (int row = 0; row < model.getRowCount(); row++) {
      if (model.piece(row).slot().key().equals(key)) {
        int at = table.convertRowIndexToView(row);
        table.addRowSelectionInterval(at, at);
        table.scrollRectToVisible(table.getCellRect(at, 0, true));
      }
    }
  }

  private void score() {
    int target = targets.getSelectedIndex();
    TrialPieces of = pieces;
    held.ask()
        .ifPresent(
            trial -> {
              scores.setEnabled(false);
              desk.background(
                  texts.get("scoring"),
                  progress -> trial.with(progress, served -> served.scores(target, progress)),
                  found -> {
                    scores.setEnabled(true);
                    if (of == pieces && target == targets.getSelectedIndex()) {
                      model.score(found);
                    }
                  },
                  error -> {
                    scores.setEnabled(true);
                    desk.failed(texts.get("scoring"), error);
                  });
            });
  }
}
