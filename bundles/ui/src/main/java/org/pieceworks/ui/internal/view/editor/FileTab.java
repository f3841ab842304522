package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.pieceworks.ui.event.ProblemsFound;
import org.pieceworks.ui.internal.view.editor.check.Checked;

/** An open file: its form and its text, and what is wrong with it. */
final class FileTab extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient Services services;
  private final transient Runnable changed;
  private final Sides sides;
  private final ProblemLine problem;
  private final transient DiskTalk disk;
  private final transient Checking checking;
  private int pendingLine;

  /**
   * Opens a file.
   *
   * @param changed called when its star, or what is known about it, is another
   * @param unreadable called with itself where it cannot be read
   */
  FileTab(Services services, Path file, Runnable changed, Consumer<FileTab> unreadable) {
    super(new BorderLayout());
    this.services = services;
    this.changed = changed;
    sides = new Sides(services, this::typed);
    problem = new ProblemLine(services.texts(), this::goToProblem);
    Notice notice = new Notice();
    disk = new DiskTalk(services, file, sides.source().area(), notice, changed);
    checking = new Checking(services, this::file, this::text, this::show);
    add(notice, BorderLayout.NORTH);
    add(sides, BorderLayout.CENTER);
    add(problem, BorderLayout.SOUTH);
    disk.load(this::begin, () -> unreadable.accept(this));
  }

  private void begin(String text) {
    sides.source().begin(text);
    sides.renew();
    checking.now();
    changed.run();
    if (pendingLine > 0) {
      sides.source().select(pendingLine);
    }
  }

  private void typed() {
    if (loaded()) {
      checking.soon();
      disk.typed();
      changed.run();
    }
  }

  private void show(Checked found) {
    sides.renew(found.yaml());
    sides.source().mark(found.problems());
    problem.show(found.problems());
    services.desk().tell(new ProblemsFound(file(), found.problems()));
    changed.run();
  }

  Path file() {
    return disk.file();
  }

  String text() {
    return sides.text();
  }

  boolean loaded() {
    return disk.loaded();
  }

  boolean unsaved() {
    return disk.unsaved();
  }

  /** What came of looking at it last; null before the first time. */
  Checked checked() {
    return checking.last();
  }

  void goToProblem() {
    Checked checked = checked();
    if (checked != null && !checked.problems().isEmpty()) {
      select(checked.problems().get(0).line());
    }
  }

  /** Puts the caret at a line, from 1, now or when the file is read. */
  void select(int line) {
    if (loaded()) {
      sides.source().select(line);
    } else {
      pendingLine = line;
    }
  }

  /** There are other plug-ins, or other runs, than before. */
  void renew() {
    if (loaded()) {
      sides.renew();
      checking.now();
    }
  }

  void undo(boolean redo) {
    sides.undo(redo);
  }

  /** See {@link DiskTalk#save}. */
  void save(Runnable then, Runnable otherwise) {
    disk.save(then, otherwise);
  }

  /** Saves as another file, which it is from now on. */
  void saveAs(Path other, Runnable then) {
    Path before = file();
    disk.saveAs(
        other,
        () -> {
          services.desk().tell(new ProblemsFound(before, List.of()));
          checking.now();
          then.run();
        });
  }

  /** Looks whether somebody else has written the file. */
  void look() {
    disk.look();
  }

  /** The view is gone: what is not saved is kept, and no clock goes on. */
  void leave() {
    checking.end();
    disk.keepNow();
  }

  /** What is not saved is not wanted, now that the window closes. */
  void discardNow() {
    disk.discardNow();
  }

  void end() {
    checking.end();
    disk.end();
    services.desk().tell(new ProblemsFound(file(), List.of()));
  }

  void focus() {
    sides.source().area().requestFocusInWindow();
  }
}
