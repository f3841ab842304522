package org.pieceworks.ui.internal.view.experiments;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeCellRenderer;
import org.pieceworks.experiment.run.RunState;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Texts;

/** Draws files by name, and runs by state and age. */
final class ExperimentCells extends DefaultTreeCellRenderer {

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private final transient Path folder;
  private final FlatSVGIcon file = new FlatSVGIcon(ExperimentCells.class.getResource("file.svg"));

  ExperimentCells(Texts texts, Path folder) {
    this.texts = texts;
    this.folder = folder;
  }

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
    Object shown = ((DefaultMutableTreeNode) value).getUserObject();
    setToolTipText(null);
    if (shown instanceof Path path) {
      setIcon(file);
      setText(name(path));
      setToolTipText(path.toString());
    } else if (shown instanceof RunSummary run) {
      setIcon(icon(run.state()));
      setText(
          texts.get(
              "run.line", texts.get("state." + run.state()), counted(run), age(run.created())));
      setToolTipText(run.id() + ", " + run.created());
    }
    return this;
  }

  /** Files from elsewhere may be called as those of the folder. */
  private String name(Path path) {
    String name = path.getFileName().toString();
    Path parent = path.getParent();
    return path.startsWith(folder) || parent == null || parent.getFileName() == null
        ? name
        : texts.get("file.elsewhere", name, parent.getFileName());
  }

  private static FlatSVGIcon icon(RunState state) {
    return new FlatSVGIcon(
        ExperimentCells.class.getResource(
            state.name().toLowerCase(java.util.Locale.ROOT) + ".svg"));
  }

  private String counted(RunSummary run) {
    return texts.get("run.trials", run.trialsDone(), run.trials());
  }

  private String age(String created) {
    try {
      Duration age = Duration.between(Instant.parse(created), Instant.now());
      if (age.toMinutes() < 1) {
        return texts.get("age.now");
      }
      if (age.toHours() < 1) {
        return texts.get("age.minutes", age.toMinutes());
      }
      return age.toDays() < 1
          ? texts.get("age.hours", age.toHours())
          : texts.get("age.days", age.toDays());
    } catch (DateTimeParseException e) {
      return created;
    }
  }
}
