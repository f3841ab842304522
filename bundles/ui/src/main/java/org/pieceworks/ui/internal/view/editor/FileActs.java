package org.pieceworks.ui.internal.view.editor;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.RunRequested;
import org.pieceworks.ui.internal.component.Question;
import org.pieceworks.ui.internal.view.editor.check.Checked;

/** What can be done with open files, by buttons, by the menu and by keys. */
final class FileActs {

  private static final int CONTROL = InputEvent.CTRL_DOWN_MASK;

  private final Desk desk;
  private final Texts texts;
  private final FileTabs tabs;
  private final Consumer<FileTab> drop;

  /**
   * Offers nothing yet.
   *
   * @param drop lets go of a tab, saved or not
   */
  FileActs(Desk desk, Texts texts, FileTabs tabs, Consumer<FileTab> drop) {
    this.desk = desk;
    this.texts = texts;
    this.tabs = tabs;
    this.drop = drop;
  }

  /** Offers them where the view is seen. */
  void offer(JComponent view) {
    int shift = InputEvent.SHIFT_DOWN_MASK;
    act(view, "save", "file", KeyEvent.VK_S, CONTROL, this::save);
    act(view, "save-as", "file", KeyEvent.VK_S, CONTROL | shift, this::saveAs);
    act(view, "close", "file", KeyEvent.VK_W, CONTROL, this::close);
    act(view, "undo", "edit", KeyEvent.VK_Z, CONTROL, tab -> undo(view, tab, false));
    act(view, "redo", "edit", KeyEvent.VK_Z, CONTROL | shift, tab -> undo(view, tab, true));
    act(view, "problem", "edit", KeyEvent.VK_F2, 0, FileTab::goToProblem);
    act(view, "run", "run", KeyEvent.VK_R, CONTROL, this::run);
  }

  /** Something to be done with the file in front. */
  private void act(
      JComponent view, String key, String menu, int code, int modifiers, Consumer<FileTab> run) {
    desk.offer(
        new Act(
            "editor-" + key,
            menu,
            texts.get("act." + key),
            KeyStroke.getKeyStroke(code, modifiers),
            () -> {
              if (view.isShowing()) {
                tabs.front().ifPresent(run);
              }
            }));
  }

  /** What is typed elsewhere is not undone here. */
  private static void undo(JComponent view, FileTab tab, boolean redo) {
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    if (!(focused instanceof JTextComponent) || SwingUtilities.isDescendingFrom(focused, view)) {
      tab.undo(redo);
    }
  }

  void save(FileTab tab) {
    tab.save(() -> {}, () -> {});
  }

  void saveAs(FileTab tab) {
    NewExperiment.choose(desk, texts, "save-as", tab.file())
        .ifPresent(
            file -> {
              if (file.equals(tab.file())) {
                save(tab);
              } else {
                tabs.of(file).ifPresent(drop);
                tab.saveAs(file, () -> desk.say(texts.get("saved", file.getFileName())));
              }
            });
  }

  void run(FileTab tab) {
    Checked checked = tab.checked();
    if (checked != null && checked.text().equals(tab.text()) && !checked.problems().isEmpty()) {
      tab.goToProblem();
      desk.say(checked.problems().get(0).message());
      return;
    }
    tab.save(
        () -> {
          desk.tell(new RunRequested(tab.file(), List.of(), false));
          desk.show("run");
        },
        () -> {});
  }

  /** Asks first where it is not saved. */
  void close(FileTab tab) {
    if (!tab.unsaved()) {
      drop.accept(tab);
      return;
    }
    tabs.setSelectedComponent(tab);
    List<String> answers =
        List.of(texts.get("close.save"), texts.get("close.discard"), texts.get("close.stay"));
    String question = texts.get("close.question", tab.file().getFileName());
    int chosen = new Question(texts.get("close.title"), question, answers, 0).ask(desk.window());
    tab.focus();
    if (chosen == 0) {
      tab.save(() -> drop.accept(tab), () -> {});
    } else if (chosen == 1) {
      drop.accept(tab);
    }
  }
}
