package org.pieceworks.ui.internal.view.editor;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.LineSelected;
import org.pieceworks.ui.event.PluginsChanged;
import org.pieceworks.ui.event.RunsChanged;
import org.pieceworks.ui.internal.view.editor.check.Checker;
import org.pieceworks.ui.internal.view.editor.check.PastRun;
import org.pieceworks.ui.internal.view.editor.form.Settings;

/** Experiment files as forms and as text. All but its making happens on the event thread. */
@Component
public final class EditorView implements View {

  private static final String ID = "editor";

  private final Texts texts = Texts.of(EditorView.class);
  private final Recovery recovery =
      new Recovery(Home.ofEnvironment().directory().resolve("ui").resolve("recovered"));
  private final ExperimentFiles files;
  private final Plugins plugins;
  private final RunStore runs;
  private final Set<Path> early = new LinkedHashSet<>();
  private Settings settings;
  private List<PastRun> past = new ArrayList<>();
  private EditorPanel panel;
  private Asking plugInsAsked = new Asking();
  private Asking runsAsked = new Asking();

  /** Takes what reads experiments, what they may name, and the runs that tell their time. */
  @Activate
  public EditorView(
      @Reference ExperimentFiles files, @Reference Plugins plugins, @Reference RunStore runs) {
    this.files = files;
    this.plugins = plugins;
    this.runs = runs;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        ID,
        texts.get("title"),
        texts.get("help"),
        EditorView.class.getResource("editor.svg"),
        Area.CENTRE,
        1);
  }

  @Override
  public void begin(Desk desk) {
    panel = null;
    KeyStroke keys = KeyStroke.getKeyStroke(KeyEvent.VK_N, InputEvent.CTRL_DOWN_MASK);
    desk.offer(
        new Act("new", "file", texts.get("act.new"), keys, () -> NewExperiment.make(desk, texts)));
    desk.on(FileSelected.class, event -> open(desk, event));
    desk.on(
        LineSelected.class,
        event -> {
          if (panel != null) {
            panel.select(event);
          }
        });
    desk.background(
        texts.get("recovery"),
        progress -> recovery.files(),
        found -> {
          if (!found.isEmpty()) {
            early.addAll(found);
            desk.show(ID);
            openEarly();
          }
        });
  }

  /** The first file that is opened shows the editor; files before its time wait for it. */
  private void open(Desk desk, FileSelected event) {
    early.add(event.file());
    if (panel == null) {
      desk.show(ID);
    }
    openEarly();
  }

  private void openEarly() {
    if (panel != null && settings != null) {
      early.forEach(file -> panel.open(new FileSelected(file)));
      early.clear();
    }
  }

  @Override
  public JComponent open(Desk desk) {
    Checker checker = new Checker(files, runs);
    panel =
        new EditorPanel(new Services(desk, texts, checker, recovery, () -> settings, () -> past));
    plugInsAsked = new Asking();
    runsAsked = new Asking();
    askPlugins(desk);
    askRuns(desk, checker);
    desk.on(PluginsChanged.class, event -> askPlugins(desk));
    desk.on(RunsChanged.class, event -> askRuns(desk, checker));
    return panel;
  }

  private void askPlugins(Desk desk) {
    plugInsAsked.ask(
        desk,
        texts.get("plugins"),
        () -> Settings.now(plugins),
        found -> {
          boolean same = found.same(settings);
          settings = found;
          openEarly();
          if (!same) {
            panel.renew();
          }
        });
  }

  private void askRuns(Desk desk, Checker checker) {
    runsAsked.ask(
        desk,
        texts.get("past"),
        checker::past,
        found -> {
          boolean same = found.equals(past);
          past = found;
          if (!same) {
            panel.renew();
          }
        });
  }
}
