package org.pieceworks.ui.internal.view.experiments;

import java.awt.BorderLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.InitialFocus;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.component.Typing;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.FilesChanged;
import org.pieceworks.ui.event.RunRequested;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.event.RunsChanged;
import org.pieceworks.ui.internal.component.Looking;
import org.pieceworks.ui.internal.view.experiments.ExperimentsView.Found;

/** A tree of experiment files, each with its runs. */
final class ExperimentsPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int LOOK_IN_MS = 4000;
  private static final String OPENED = "opened";

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Looking<Found> looking;
  private final ExperimentTree tree;
  private final JTextField filter;
  private final JScrollPane scrolled;
  private final JPanel middle = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private final Set<Path> opened = new CopyOnWriteArraySet<>(); // read away from the event thread
  private transient Optional<String> looked = Optional.empty();
  private boolean seen;
  private transient Found shown = new Found(List.of(), List.of());

  ExperimentsPanel(Desk desk, Texts texts, Function<Collection<Path>, Found> look) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.looking =
        new Looking<>(
            desk,
            texts.get("look"),
            () -> look.apply(opened),
            found -> {
              if (!seen || !found.equals(shown)) {
                seen = true;
                show(found);
              }
            });
    empty =
        new EmptyState(texts.get("empty"), texts.get("empty.help"))
            .with(texts.get("open"), "experiments-open-first", () -> Workfolder.choose(desk));
    String remembered = desk.remembered(OPENED, "");
    Arrays.stream(remembered.split("\n"))
        .filter(s -> !s.isEmpty())
        .map(Path::of)
        .forEach(opened::add);
    tree = new ExperimentTree(texts, Workfolder.current().folder());
    scrolled = new JScrollPane(tree);
    Keys.taking(tree, WHEN_FOCUSED, this::take);
    tree.addTreeSelectionListener(
        event -> tree.run().ifPresent(run -> desk.tell(new RunSelected(run.id()))));
    filter = filter();
    JPanel head = new JPanel(new BorderLayout());
    head.add(toolBar(), BorderLayout.NORTH);
    head.add(filter, BorderLayout.SOUTH);
    add(head, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    InitialFocus.at(this, tree);
    desk.on(FilesChanged.class, event -> looking.now());
    desk.on(RunsChanged.class, event -> looking.now());
    desk.on(FileSelected.class, event -> open(event.file()));
    desk.on(RunSelected.class, event -> looked = Optional.of(event.run()));
    KeyStroke keys = KeyStroke.getKeyStroke(KeyEvent.VK_O, InputEvent.CTRL_DOWN_MASK);
    desk.offer(new Act("open", "file", texts.get("open"), keys, () -> Workfolder.choose(desk)));
    // Runs of the command line are made behind our back.
    Timer timer = new Timer(LOOK_IN_MS, event -> lookIfSeen());
    timer.start();
    desk.atEnd(timer::stop);
    EmptyState.show(middle, scrolled);
    looking.now();
  }

  private JTextField filter() {
    JTextField field = new JTextField();
    field.setName("experiments-filter");
    field.putClientProperty("JTextField.placeholderText", texts.get("filter"));
    field.putClientProperty("JTextField.showClearButton", true);
    field.setToolTipText(texts.get("filter.help"));
    field.getAccessibleContext().setAccessibleName(texts.get("filter"));
    Typing.on(field.getDocument(), this::fill);
    return field;
  }

  private JToolBar toolBar() {
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    bar.add(button("new", () -> desk.perform("new")));
    bar.add(button("open", () -> Workfolder.choose(desk)));
    bar.add(button("edit", () -> file().ifPresent(this::edit)));
    bar.add(button("run", () -> file().ifPresent(this::start)));
    bar.add(button("charts", () -> results("charts")));
    bar.add(button("report", () -> results("reports")));
    return bar;
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "experiments", key, run);
  }

  private void open(Path file) {
    if (!shown.files().contains(file) && opened.add(file)) {
      opened.removeIf(one -> !one.equals(file) && !shown.files().contains(one));
      desk.remember(OPENED, opened.stream().map(Path::toString).collect(Collectors.joining("\n")));
      looking.now();
    }
  }

  private void lookIfSeen() {
    if (isShowing()) {
      looking.now();
    }
  }

  private void show(Found found) {
    shown = found;
    if (looked.isEmpty() && !found.runs().isEmpty()) {
      // Whoever comes back wants to see what the last run found.
      desk.tell(new RunSelected(found.runs().get(0).id()));
    }
    fill();
    EmptyState.show(middle, found.isEmpty() ? empty : scrolled);
  }

  private void fill() {
    tree.show(ExperimentGroup.of(shown, filter.getText()));
  }

  private Optional<Path> file() {
    Optional<Path> file = tree.file();
    if (file.isEmpty()) {
      desk.say(texts.get("select.file"));
    }
    return file;
  }

  private void take() {
    if (tree.run().isPresent()) {
      results("charts");
    } else {
      tree.file().ifPresent(this::edit);
    }
  }

  private void edit(Path file) {
    desk.tell(new FileSelected(file));
    desk.show("editor");
  }

  private void start(Path file) {
    desk.tell(new RunRequested(file, List.of(), false));
    desk.show("run");
  }

  private void results(String view) {
    Optional<String> run = tree.newest().map(RunSummary::id).or(() -> looked);
    if (run.isEmpty()) {
      desk.say(texts.get("select.run"));
    } else {
      desk.tell(new RunSelected(run.get()));
      desk.show(view);
    }
  }
}
