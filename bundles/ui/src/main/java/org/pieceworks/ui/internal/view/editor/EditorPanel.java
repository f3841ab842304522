package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.LineSelected;
import org.pieceworks.ui.event.RunRequested;
import org.pieceworks.ui.internal.view.editor.check.Checked;
import org.pieceworks.ui.internal.view.experiments.Workfolder;

/** Open files, a tab for each. */
final class EditorPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int LOOK_IN_MS = 3000;
  private static final int CONTROL = InputEvent.CTRL_DOWN_MASK;
  private static final int GAP = 8;

  private final transient Services services;
  private final transient Desk desk;
  private final transient Texts texts;
  private final transient HeadWords words;
  private final JTabbedPane tabs = new JTabbedPane();
  private final JLabel head = new JLabel(" ", SwingConstants.TRAILING);
  private final JPanel middle = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private final List<JButton> buttons = new ArrayList<>();

  EditorPanel(Services services) {
    super(new BorderLayout());
    this.services = services;
    desk = services.desk();
    texts = services.texts();
    words = new HeadWords(texts);
    empty =
        new EmptyState(texts.get("empty"), texts.get("empty.help"))
            .with(texts.get("new"), "editor-new-first", () -> NewExperiment.make(desk, texts))
            .with(texts.get("open"), "editor-open-first", () -> Workfolder.choose(desk));
    setUpTabs();
    add(toolBar(), BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    offer();
    Timer timer = new Timer(LOOK_IN_MS, event -> lookIfSeen());
    timer.start();
    changed();
  }

  private void setUpTabs() {
    tabs.setName("editor-tabs");
    tabs.getAccessibleContext().setAccessibleName(texts.get("files"));
    tabs.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
    tabs.putClientProperty("JTabbedPane.tabClosable", true);
    tabs.putClientProperty("JTabbedPane.tabCloseToolTipText", texts.get("close"));
    BiConsumer<JTabbedPane, Integer> close =
        (pane, index) -> close((FileTab) pane.getComponentAt(index));
    tabs.putClientProperty("JTabbedPane.tabCloseCallback", close);
    tabs.addChangeListener(event -> changed());
  }

  private JPanel toolBar() {
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    bar.add(button("save", () -> selected().ifPresent(tab -> tab.save(() -> {}))));
    bar.add(button("save-as", this::saveAs));
    bar.add(button("run", this::run));
    buttons.addAll(List.of((JButton) bar.getComponent(0), (JButton) bar.getComponent(1)));
    buttons.add((JButton) bar.getComponent(2));
    bar.addSeparator();
    bar.add(button("new", () -> NewExperiment.make(desk, texts)));
    bar.add(Box.createHorizontalGlue());
    head.setName("editor-head");
    head.setBorder(BorderFactory.createEmptyBorder(0, GAP, 0, GAP));
    JPanel both = new JPanel(new BorderLayout());
    both.add(bar, BorderLayout.WEST);
    both.add(head, BorderLayout.CENTER);
    return both;
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "editor", key, run);
  }

  private void offer() {
    int shift = InputEvent.SHIFT_DOWN_MASK;
    act("save", "file", KeyEvent.VK_S, CONTROL, tab -> tab.save(() -> {}));
    act("save-as", "file", KeyEvent.VK_S, CONTROL | shift, tab -> saveAs());
    act("close", "file", KeyEvent.VK_W, CONTROL, this::close);
    act("undo", "edit", KeyEvent.VK_Z, CONTROL, tab -> undo(tab, false));
    act("redo", "edit", KeyEvent.VK_Z, CONTROL | shift, tab -> undo(tab, true));
    act("problem", "edit", KeyEvent.VK_F2, 0, FileTab::goToProblem);
    act("run", "run", KeyEvent.VK_R, CONTROL, tab -> run());
  }

  /** Something to be done with the file in front, where that is seen. */
  private void act(String key, String menu, int code, int modifiers, Consumer<FileTab> run) {
    desk.offer(
        new Act(
            "editor-" + key,
            menu,
            texts.get("act." + key),
            KeyStroke.getKeyStroke(code, modifiers),
            () -> {
              if (isShowing()) {
                selected().ifPresent(run);
              }
            }));
  }

  /** What is typed elsewhere is not undone here. */
  private void undo(FileTab tab, boolean redo) {
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    if (!(focused instanceof JTextComponent) || SwingUtilities.isDescendingFrom(focused, this)) {
      tab.undo(redo);
    }
  }

  private List<FileTab> all() {
    List<FileTab> all = new ArrayList<>();
    for (int i = 0; i < tabs.getTabCount(); i++) {
      all.add((FileTab) tabs.getComponentAt(i));
    }
    return all;
  }

  private Optional<FileTab> selected() {
    return Optional.ofNullable((FileTab) tabs.getSelectedComponent());
  }

  private Optional<FileTab> tab(Path file) {
    Path wanted = file.toAbsolutePath().normalize();
    return all().stream().filter(tab -> tab.file().equals(wanted)).findFirst();
  }

  /** Opens a file, or brings it to the front. */
  void open(FileSelected event) {
    Path file = event.file().toAbsolutePath().normalize();
    Optional<FileTab> there = tab(file);
    if (there.isEmpty()) {
      FileTab fresh = new FileTab(services, file, this::changed, this::drop);
      tabs.addTab(file.getFileName().toString(), null, fresh, file.toString());
      there = Optional.of(fresh);
    }
    tabs.setSelectedComponent(there.get());
    changed();
  }

  void select(LineSelected event) {
    tab(event.file())
        .ifPresent(
            tab -> {
              tabs.setSelectedComponent(tab);
              tab.select(event.line());
            });
  }

  /** There are other plug-ins, or other runs, than before. */
  void renew() {
    all().forEach(FileTab::renew);
  }

  private void lookIfSeen() {
    if (isShowing()) {
      selected().ifPresent(FileTab::look);
    }
  }

  private void changed() {
    for (FileTab tab : all()) {
      int index = tabs.indexOfComponent(tab);
      String name = tab.file().getFileName().toString();
      String title = tab.unsaved() ? texts.get("unsaved", name) : name;
      if (!title.equals(tabs.getTitleAt(index))) {
        tabs.setTitleAt(index, title);
        tabs.setToolTipTextAt(index, tab.file().toString());
      }
    }
    Optional<FileTab> front = selected();
    buttons.forEach(button -> button.setEnabled(front.isPresent()));
    Optional<Checked> checked = front.map(FileTab::checked);
    head.setText(checked.map(words::of).orElse(" "));
    head.setToolTipText(head.getText().isBlank() ? null : head.getText());
    EmptyState.show(middle, front.isPresent() ? tabs : empty);
  }

  private void saveAs() {
    selected()
        .ifPresent(
            tab ->
                NewExperiment.choose(desk, texts, "save-as", tab.file())
                    .ifPresent(
                        file -> {
                          if (file.equals(tab.file())) {
                            tab.save(() -> {});
                          } else {
                            tab(file).ifPresent(this::drop);
                            tab.saveAs(
                                file, () -> desk.say(texts.get("saved", file.getFileName())));
                          }
                        }));
  }

  private void run() {
    selected()
        .ifPresent(
            tab -> {
              Checked checked = tab.checked();
              if (checked != null
                  && checked.text().equals(tab.text())
                  && !checked.problems().isEmpty()) {
                tab.goToProblem();
                desk.say(checked.problems().get(0).message());
              } else {
                tab.save(
                    () -> {
                      desk.tell(new RunRequested(tab.file(), List.of(), false));
                      desk.show("run");
                    });
              }
            });
  }

  private void close(FileTab tab) {
    if (!tab.unsaved()) {
      drop(tab);
      return;
    }
    tabs.setSelectedComponent(tab);
    Object[] answers = {
      texts.get("close.save"), texts.get("close.discard"), texts.get("close.stay")
    };
    int chosen =
        JOptionPane.showOptionDialog(
            desk.window(),
            texts.get("close.question", tab.file().getFileName()),
            texts.get("close.title"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            answers,
            answers[0]);
    // Some window managers leave the keyboard with nobody when a dialog goes.
    desk.window().requestFocus();
    tab.focus();
    if (chosen == 0) {
      tab.save(() -> drop(tab));
    } else if (chosen == 1) {
      drop(tab);
    }
  }

  private void drop(FileTab tab) {
    tab.end();
    tabs.remove(tab);
    changed();
  }
}
