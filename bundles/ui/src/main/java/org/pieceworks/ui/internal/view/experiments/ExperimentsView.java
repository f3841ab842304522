package org.pieceworks.ui.internal.view.experiments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.run.RunSummary;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** Experiment files and the runs that were made of them, from here or from the command line. */
@Component
public final class ExperimentsView implements View {

  private final Texts texts = Texts.of(ExperimentsView.class);
  private final RunStore runs;

  /** Takes the runs of this machine. */
  @Activate
  public ExperimentsView(@Reference RunStore runs) {
    this.runs = runs;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "experiments",
        texts.get("title"),
        texts.get("help"),
        ExperimentsView.class.getResource("experiments.svg"),
        Area.LEFT,
        0);
  }

  @Override
  public JComponent open(Desk desk) {
    return new ExperimentsPanel(desk, texts, this::look);
  }

  /** What there is now; takes as long as a disk takes. */
  private Found look(Collection<Path> opened) {
    Set<Path> files = new LinkedHashSet<>(Workfolder.current().files());
    opened.stream().filter(Files::isRegularFile).forEach(files::add);
    return new Found(List.copyOf(files), runs.list());
  }

  /**
   * What there is.
   *
   * @param files of the folder, and those that were opened from elsewhere and are still there
   * @param runs newest first
   */
  record Found(List<Path> files, List<RunSummary> runs) {

    /** Copies both. */
    Found {
      files = List.copyOf(files);
      runs = List.copyOf(runs);
    }

    boolean isEmpty() {
      return files.isEmpty() && runs.isEmpty();
    }
  }
}
