package org.pieceworks.ui.internal.view.plugins;

import java.awt.Component;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import javax.swing.JTree;
import javax.swing.UIManager;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreeNode;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.ui.Texts;

/** Families of plug-ins with their members. */
final class FamilyTree extends JTree {

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private final DefaultMutableTreeNode root = new DefaultMutableTreeNode();

  FamilyTree(Texts texts) {
    this.texts = texts;
    setName("plugins-families");
    getAccessibleContext().setAccessibleName(texts.get("families"));
    setModel(new DefaultTreeModel(root));
    setRootVisible(false);
    setShowsRootHandles(true);
    setCellRenderer(new Cells());
    getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
    for (Family family : Family.values()) {
      root.add(new DefaultMutableTreeNode(family));
    }
    ((DefaultTreeModel) getModel()).reload();
  }

  /** Shows other members; what was unfolded and selected stays so. */
  void show(Listing listing) {
    Optional<PluginCard> before = selected();
    for (Enumeration<TreeNode> all = root.children(); all.hasMoreElements(); ) {
      DefaultMutableTreeNode node = (DefaultMutableTreeNode) all.nextElement();
      renew(node, listing.plugins((Family) node.getUserObject()));
    }
    before.ifPresent(card -> select(card));
  }

  private void renew(DefaultMutableTreeNode node, List<PluginCard> members) {
    boolean unfolded = isExpanded(new TreePath(node.getPath())) || members(node).isEmpty();
    if (members(node).equals(members)) {
      return;
    }
    node.removeAllChildren();
    members.forEach(card -> node.add(new DefaultMutableTreeNode(card)));
    ((DefaultTreeModel) getModel()).nodeStructureChanged(node);
    if (unfolded) {
      expandPath(new TreePath(node.getPath()));
    }
  }

  private static List<Object> members(DefaultMutableTreeNode node) {
    return java.util.Collections.list(node.children()).stream()
        .map(child -> ((DefaultMutableTreeNode) child).getUserObject())
        .toList();
  }

  private void select(PluginCard card) {
    for (int row = 0; row < getRowCount(); row++) {
      if (object(getPathForRow(row)) instanceof PluginCard here
          && here.family() == card.family()
          && here.name().equals(card.name())
          && here.bundle().equals(card.bundle())) {
        setSelectionRow(row);
        return;
      }
    }
  }

  /** Selects the first plug-in, unless one is selected. */
  void selectSomething() {
    for (int row = 0; row < getRowCount() && getSelectionPath() == null; row++) {
      if (object(getPathForRow(row)) instanceof PluginCard) {
        setSelectionRow(row);
      }
    }
  }

  private static Object object(TreePath path) {
    return ((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject();
  }

  Optional<PluginCard> selected() {
    TreePath path = getSelectionPath();
    return path != null && object(path) instanceof PluginCard card
        ? Optional.of(card)
        : Optional.empty();
  }

  private final class Cells extends DefaultTreeCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getTreeCellRendererComponent(
        JTree tree,
        Object value,
        boolean selected,
        boolean expanded,
        boolean leaf,
        int row,
        boolean focused) {
      super.getTreeCellRendererComponent(tree, value, selected, expanded, leaf, row, focused);
      setIcon(null);
      DefaultMutableTreeNode node = (DefaultMutableTreeNode) value;
      if (node.getUserObject() instanceof Family family) {
        setText(texts.get("family", capital(family.title()), node.getChildCount()));
      } else if (node.getUserObject() instanceof PluginCard card) {
        String key = card.shadowed() ? "member.shadowed" : "member";
        setText(texts.get(key, card.name(), card.bundle()));
        if (card.shadowed() && !selected) {
          setForeground(UIManager.getColor("Label.disabledForeground"));
        }
      }
      return this;
    }
  }

  /** A title at the beginning of a line. */
  static String capital(String title) {
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }
}
