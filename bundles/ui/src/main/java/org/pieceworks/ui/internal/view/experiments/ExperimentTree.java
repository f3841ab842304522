package org.pieceworks.ui.internal.view.experiments;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JTree;
import javax.swing.ToolTipManager;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Texts;

/** Experiment files, each with its runs; what is unfolded and selected stays so. */
final class ExperimentTree extends JTree {

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private final DefaultMutableTreeNode root = new DefaultMutableTreeNode();
  private final DefaultTreeModel nodes = new DefaultTreeModel(root);

  ExperimentTree(Texts texts, Path folder) {
    this.texts = texts;
    setModel(nodes);
    setName("experiments-tree");
    getAccessibleContext().setAccessibleName(texts.get("title"));
    setRootVisible(false);
    setShowsRootHandles(true);
    setCellRenderer(new ExperimentCells(texts, folder));
    getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
    ToolTipManager.sharedInstance().registerComponent(this);
  }

  /** Shows other files and runs than before. */
  void show(List<ExperimentGroup> groups) {
    Object selected = selected();
    Set<Object> expanded = expanded();
    root.removeAllChildren();
    for (ExperimentGroup group : groups) {
      Object head = group.file().isPresent() ? group.file().get() : texts.get("others");
      DefaultMutableTreeNode node = new DefaultMutableTreeNode(head);
      group.runs().forEach(run -> node.add(new DefaultMutableTreeNode(run)));
      root.add(node);
    }
    nodes.reload();
    restore(selected, expanded);
  }

  private Set<Object> expanded() {
    Set<Object> expanded = new LinkedHashSet<>();
    for (int row = 0; row < getRowCount(); row++) {
      if (isExpanded(row)) {
        expanded.add(object(getPathForRow(row)));
      }
    }
    return expanded;
  }

  private void restore(Object selected, Set<Object> expanded) {
    for (int row = 0; row < getRowCount(); row++) {
      Object here = object(getPathForRow(row));
      if (expanded.contains(here)) {
        expandRow(row);
      }
      if (same(here, selected)) {
        setSelectionRow(row);
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
    TreePath path = getSelectionPath();
    return path == null ? null : object(path);
  }

  /** The selected run. */
  Optional<RunSummary> run() {
    return selected() instanceof RunSummary run ? Optional.of(run) : Optional.empty();
  }

  /** The selected file, or that of the selected run. */
  Optional<Path> file() {
    for (TreePath path = getSelectionPath(); path != null; path = path.getParentPath()) {
      if (object(path) instanceof Path file) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The selected run, or the newest of the selected file. */
  Optional<RunSummary> newest() {
    TreePath path = getSelectionPath();
    return run()
        .or(
            () ->
                path != null
                        && path.getLastPathComponent() instanceof DefaultMutableTreeNode node
                        && node.getChildCount() > 0
                        && node.getChildAt(0) instanceof DefaultMutableTreeNode first
                        && first.getUserObject() instanceof RunSummary newest
                    ? Optional.of(newest)
                    : Optional.empty());
  }
}
