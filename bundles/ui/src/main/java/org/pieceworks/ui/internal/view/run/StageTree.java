package org.pieceworks.ui.internal.view.run;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.run.QueuedRun;
import org.pieceworks.ui.run.QueuedRun.Stage;
import org.pieceworks.ui.run.QueuedRun.Trial;

/** A run's trials with their stages, kept up with without folding what its user unfolded. */
final class StageTree extends JTree {

  private static final long serialVersionUID = 1L;

  private final transient StageWords words;
  private final DefaultMutableTreeNode root = new DefaultMutableTreeNode();
  private int shown;

  StageTree(Texts texts) {
    words = new StageWords(texts);
    setName("run-stages");
    getAccessibleContext().setAccessibleName(texts.get("stages"));
    setModel(new DefaultTreeModel(root));
    setRootVisible(false);
    setShowsRootHandles(true);
    DefaultTreeCellRenderer plain = new DefaultTreeCellRenderer();
    plain.setLeafIcon(null);
    plain.setOpenIcon(null);
    plain.setClosedIcon(null);
    setCellRenderer(plain);
  }

  private DefaultTreeModel model() {
    return (DefaultTreeModel) getModel();
  }

  /** Shows a run, or nothing. */
  void show(Optional<QueuedRun> run) {
    int number = run.map(QueuedRun::number).orElse(0);
    if (number != shown) {
      shown = number;
      root.removeAllChildren();
      model().reload();
    }
    boolean follows = atEnd();
    List<Trial> trials = run.map(QueuedRun::trials).orElse(List.of());
    for (int i = 0; i < trials.size(); i++) {
      boolean fresh = i == root.getChildCount();
      DefaultMutableTreeNode node = node(root, i, words.of(trials.get(i)));
      List<Stage> stages = trials.get(i).stages();
      for (int s = 0; s < stages.size(); s++) {
        node(node, s, words.of(stages.get(s)));
      }
      boolean last = i == trials.size() - 1;
      if (fresh || last) {
        follow(node, i);
      }
    }
    if (follows) {
      scrollRowToVisible(getRowCount() - 1);
    }
  }

  /** Whoever has scrolled back wants to read there. */
  private boolean atEnd() {
    Rectangle last = getRowBounds(getRowCount() - 1);
    return last == null || last.y < getVisibleRect().y + getVisibleRect().height;
  }

  /** The trial under way is unfolded, the one before it folded. */
  private void follow(DefaultMutableTreeNode node, int at) {
    TreePath path = new TreePath(node.getPath());
    if (!isExpanded(path) && node.getChildCount() > 0 && !hasBeenExpanded(path)) {
      expandPath(path);
      if (at > 0) {
        collapsePath(new TreePath(((DefaultMutableTreeNode) root.getChildAt(at - 1)).getPath()));
      }
    }
  }

  private DefaultMutableTreeNode node(DefaultMutableTreeNode parent, int at, String words) {
    if (at < parent.getChildCount()) {
      DefaultMutableTreeNode node = (DefaultMutableTreeNode) parent.getChildAt(at);
      if (!words.equals(node.getUserObject())) {
        node.setUserObject(words);
        model().nodeChanged(node);
      }
      return node;
    }
    DefaultMutableTreeNode node = new DefaultMutableTreeNode(words);
    model().insertNodeInto(node, parent, at);
    if (parent == root && at == 0) {
      model()
          .reload(); // a tree without a visible root shows nothing until its first child is known
    }
    return node;
  }
}
