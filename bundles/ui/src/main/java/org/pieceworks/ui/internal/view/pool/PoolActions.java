package org.pieceworks.ui.internal.view.pool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.component.FileDialog;
import org.pieceworks.ui.internal.component.Question;
import org.pieceworks.ui.internal.trial.Html;

/** What can be done with a pool; the results are said as the command line says them. */
final class PoolActions {

  private static final int ROWS = 14;
  private static final int COLUMNS = 56;

  private final Desk desk;
  private final Texts texts;
  private final Runnable changed;

  /**
   * Creates them.
   *
   * @param changed called when the pool holds something else than before
   */
  PoolActions(Desk desk, Texts texts, Runnable changed) {
    this.desk = desk;
    this.texts = texts;
    this.changed = changed;
  }

  /** Checks every piece against its hash. */
  void verify(PoolFolder pool) {
    desk.background(texts.get("verifying"), pool::verify, this::verified);
  }

  private void verified(PoolFolder.Verified found) {
    desk.say(found.sentence());
    if (found.damage().isEmpty()) {
      JOptionPane.showMessageDialog(
          desk.window(), found.sentence(), texts.get("verify"), JOptionPane.INFORMATION_MESSAGE);
      return;
    }
    JTextArea list = new JTextArea(String.join("\n", found.damage()), ROWS, COLUMNS);
    list.setName("pool-damage");
    list.setEditable(false);
    list.setLineWrap(true);
    list.setCaretPosition(0);
    JOptionPane.showMessageDialog(
        desk.window(),
        new Object[] {found.sentence(), new JScrollPane(list)},
        texts.get("verify"),
        JOptionPane.ERROR_MESSAGE);
  }

  /** Writes the pool as a folder that import reads. */
  void export(PoolFolder pool) {
    dialog("export")
        .newFolder()
        .ifPresent(
            target ->
                desk.background(
                    texts.get("exporting"),
                    progress -> pool.exportTo(target),
                    pieces -> desk.say(texts.get("exported", pieces, target))));
  }

  /** Makes a pool of its own of the same pieces, which may be written to. */
  void copy(PoolFolder pool, java.util.function.Consumer<Path> then) {
    dialog("copy")
        .newFolder()
        .ifPresent(
            target ->
                desk.background(
                    texts.get("copying"),
                    progress -> pool.copyTo(target, progress),
                    pieces -> {
                      desk.say(texts.get("copied", pieces, target));
                      then.accept(target);
                    }));
  }

  /** Adds the pieces of an exported pool. */
  void importInto(PoolFolder pool) {
    folder("import")
        .ifPresent(
            source ->
                desk.background(
                    texts.get("importing"),
                    progress -> pool.importFrom(source, progress),
                    pieces -> {
                      desk.say(texts.get("imported", pieces, pool.directory()));
                      changed.run();
                    }));
  }

  /** Takes back all pieces of a sharer, if its user means it. */
  void revoke(PoolFolder pool, String sharer) {
    String question = texts.get("revoke.sure", Html.plain(sharer), Html.plain(pool.directory()));
    List<String> answers = List.of(texts.get("revoke.do"), texts.get("cancel"));
    int answer = new Question(texts.get("revoke"), question, answers, 1).warn(desk.window());
    if (answer == 0) {
      desk.background(
          texts.get("revoking", sharer),
          progress -> pool.revoke(sharer),
          pieces -> {
            desk.say(texts.get("revoked.line", pieces, sharer));
            changed.run();
          });
    }
  }

  /** A folder that is there. */
  Optional<Path> folder(String key) {
    return dialog(key).folder();
  }

  private FileDialog dialog(String key) {
    return new FileDialog(desk, "pool-choose-" + key, texts.get(key + ".choose"));
  }
}
