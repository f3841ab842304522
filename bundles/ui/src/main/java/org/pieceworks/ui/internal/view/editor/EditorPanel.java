package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToolBar;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.LineSelected;
import org.pieceworks.ui.internal.view.editor.check.Checked;
import org.pieceworks.ui.internal.view.experiments.Workfolder;

/** Open files, what can be done with them, and what came of looking at the one in front. */
final class EditorPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int LOOK_IN_MS = 3000;
  private static final int GAP = 8;

  private final transient Services services;
  private final transient Desk desk;
  private final transient Texts texts;
  private final transient HeadWords words;
  private final transient FileActs acts;
  private final FileTabs tabs;
  private final JLabel head = new JLabel(" ", SwingConstants.TRAILING);
  private final JPanel middle = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private final List<JButton> buttons;

  EditorPanel(Services services) {
    super(new BorderLayout());
    this.services = services;
    desk = services.desk();
    texts = services.texts();
    words = new HeadWords(texts);
    tabs = new FileTabs(texts, this::close);
    acts = new FileActs(desk, texts, tabs, this::drop);
    tabs.addChangeListener(event -> changed());
    buttons =
        List.of(
            button("save", acts::save), button("save-as", acts::saveAs), button("run", acts::run));
    empty =
        new EmptyState(texts.get("empty"), texts.get("empty.help"))
            .with(texts.get("new"), "editor-new-first", this::make)
            .with(texts.get("open"), "editor-open-first", () -> Workfolder.choose(desk));
    add(toolBar(), BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    acts.offer(this);
    lookAgainAndAgain();
    desk.beforeEnd(new UnsavedFiles(tabs, this::front));
    changed();
  }

  private JPanel toolBar() {
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    buttons.forEach(bar::add);
    bar.addSeparator();
    bar.add(Buttons.of(texts, "editor", "new", this::make));
    bar.add(Box.createHorizontalGlue());
    head.setName("editor-head");
    head.setBorder(BorderFactory.createEmptyBorder(0, GAP, 0, GAP));
    JPanel both = new JPanel(new BorderLayout());
    both.add(bar, BorderLayout.WEST);
    both.add(head, BorderLayout.CENTER);
    return both;
  }

  private JButton button(String key, Consumer<FileTab> run) {
    return Buttons.of(texts, "editor", key, () -> tabs.front().ifPresent(run));
  }

  private void make() {
    NewExperiment.make(desk, texts);
  }

  /** Other programs write files, too. */
  private void lookAgainAndAgain() {
    Timer timer =
        new Timer(
            LOOK_IN_MS,
            event -> {
              if (isShowing()) {
                tabs.front().ifPresent(FileTab::look);
              }
            });
    timer.start();
    desk.atEnd(
        () -> {
          timer.stop();
          tabs.all().forEach(FileTab::leave);
        });
  }

  /** Opens a file, or brings it to the front. */
  void open(FileSelected event) {
    Path file = event.file().toAbsolutePath().normalize();
    Optional<FileTab> there = tabs.of(file);
    if (there.isEmpty()) {
      FileTab fresh = new FileTab(services, file, this::changed, this::drop);
      tabs.add(fresh);
      there = Optional.of(fresh);
    }
    tabs.setSelectedComponent(there.get());
    changed();
  }

  void select(LineSelected event) {
    tabs.of(event.file())
        .ifPresent(
            tab -> {
              tabs.setSelectedComponent(tab);
              tab.select(event.line());
            });
  }

  /** Brings a file to the front, wherever its user is looking. */
  private void front(FileTab tab) {
    tabs.setSelectedComponent(tab);
    desk.show("editor");
  }

  /** There are other plug-ins, or other runs, than before. */
  void renew() {
    tabs.all().forEach(FileTab::renew);
  }

  private void changed() {
    tabs.renewTitles();
    Optional<FileTab> front = tabs.front();
    buttons.forEach(button -> button.setEnabled(front.isPresent()));
    Optional<Checked> checked = front.map(FileTab::checked);
    head.setText(checked.map(words::of).orElse(" "));
    head.setToolTipText(head.getText().isBlank() ? null : head.getText());
    EmptyState.show(middle, front.isPresent() ? tabs : empty);
  }

  private void close(FileTab tab) {
    acts.close(tab);
  }

  private void drop(FileTab tab) {
    tab.end();
    tabs.remove(tab);
    changed();
  }
}
