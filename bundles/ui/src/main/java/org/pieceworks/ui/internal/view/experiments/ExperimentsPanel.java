package org.pieceworks.ui.internal.view.experiments;

import java.awt.BorderLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToolBar;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.ToolTipManager;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Keys;
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
  private final DefaultMutableTreeNode root = new DefaultMutableTreeNode();
  private final DefaultTreeModel model = new DefaultTreeModel(root);
  private final JTree tree = new JTree(model);
  private final JScrollPane scrolled = new JScrollPane(tree);
  private final JPanel middle = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private final Set<Path> opened = new CopyOnWriteArraySet<>(); // read away from the event thread
  private transient Optional<String> looked = Optional.empty();
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
              if (!found.equals(shown)) {
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
    add(toolBar(), BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    setUpTree();
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

  private void setUpTree() {
    tree.setName("experiments-tree");
    tree.getAccessibleContext().setAccessibleName(texts.get("title"));
    tree.setRootVisible(false);
    tree.setShowsRootHandles(true);
    tree.setCellRenderer(new ExperimentCells(texts, Workfolder.current().folder()));
    tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
    ToolTipManager.sharedInstance().registerComponent(tree);
    Keys.taking(tree, WHEN_FOCUSED, this::take);
    tree.addTreeSelectionListener(
        event -> run().ifPresent(run -> desk.tell(new RunSelected(run.id()))));
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
    Object selected = selected();
    Set<Object> expanded = expanded();
    root.removeAllChildren();
    List<RunSummary> left = new ArrayList<>(found.runs());
    for (Path file : found.files()) {
      DefaultMutableTreeNode node = new DefaultMutableTreeNode(file);
      String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
      left.stream().filter(run -> run.name().equals(name)).forEach(run -> add(node, run));
      left.removeIf(run -> run.name().equals(name));
      root.add(node);
    }
    if (!left.isEmpty()) {
      DefaultMutableTreeNode others = new DefaultMutableTreeNode(texts.get("others"));
      left.forEach(run -> add(others, run));
      root.add(others);
    }
    model.reload();
    restore(selected, expanded);
    EmptyState.show(middle, root.getChildCount() == 0 ? empty : scrolled);
  }

  private static void add(DefaultMutableTreeNode parent, RunSummary run) {
    parent.add(new DefaultMutableTreeNode(run));
  }

  private Set<Object> expanded() {
    Set<Object> expanded = new LinkedHashSet<>();
    for (int row = 0; row < tree.getRowCount(); row++) {
      if (tree.isExpanded(row)) {
        expanded.add(object(tree.getPathForRow(row)));
      }
    }
    return expanded;
  }

  private void restore(Object selected, Set<Object> expanded) {
    for (int row = 0; row < tree.getRowCount(); row++) {
      Object here = object(tree.getPathForRow(row));
      if (expanded.contains(here)) {
        tree.expandRow(row);
      }
      if (same(here, selected)) {
        tree.setSelectionRow(row);
      }
    }
  }

  /** A run stays the same run as its state changes. */
  private static boolean same(Object one, Object other) {
    return one instanceof RunSummary a && other instanceof RunSummary b
        ? a.id().equals(b.id())
        : one.equals(other);
  }

  private static Object object(TreePath path) {
    return ((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject();
  }

  private Object selected() {
    TreePath path = tree.getSelectionPath();
    return path == null ? null : object(path);
  }

  private Optional<RunSummary> run() {
    return selected() instanceof RunSummary run ? Optional.of(run) : Optional.empty();
  }

  /** The selected file, or that of the selected run. */
  private Optional<Path> file() {
    TreePath path = tree.getSelectionPath();
    while (path != null) {
      if (object(path) instanceof Path file) {
        return Optional.of(file);
      }
      path = path.getParentPath();
    }
    desk.say(texts.get("select.file"));
    return Optional.empty();
  }

  private void take() {
    if (run().isPresent()) {
      results("charts");
    } else if (selected() instanceof Path file) {
      edit(file);
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
    Optional<String> run = run().map(RunSummary::id).or(this::newestOfTheFile).or(() -> looked);
    if (run.isEmpty()) {
      desk.say(texts.get("select.run"));
    } else {
      desk.tell(new RunSelected(run.get()));
      desk.show(view);
    }
  }

  private Optional<String> newestOfTheFile() {
    TreePath path = tree.getSelectionPath();
    return path != null
            && path.getLastPathComponent() instanceof DefaultMutableTreeNode node
            && node.getChildCount() > 0
            && node.getChildAt(0) instanceof DefaultMutableTreeNode first
            && first.getUserObject() instanceof RunSummary newest
        ? Optional.of(newest.id())
        : Optional.empty();
  }
}
