package org.pieceworks.ui.internal.view.plugins;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.plugin.BundleJar;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;

/**
 * What a user does with bundles: asks where something may break, then does it in the background.
 */
final class PluginActs {

  private static final String FOLDER = "folder";

  private final Desk desk;
  private final Bundles bundles;
  private final Texts texts;
  private final Runnable changed;

  PluginActs(Desk desk, Bundles bundles, Texts texts, Runnable changed) {
    this.desk = desk;
    this.bundles = bundles;
    this.texts = texts;
    this.changed = changed;
  }

  void act(String what, BundleRow row) {
    switch (what) {
      case PluginButtons.START -> start(row);
      case PluginButtons.STOP -> stop(row);
      case PluginButtons.UPDATE -> update(row);
      default -> remove(row);
    }
  }

  private void start(BundleRow row) {
    desk.background(
        texts.get("start.work", row.name()),
        progress -> {
          bundles.start(row.id());
          return row;
        },
        done -> said("start.done", row),
        error -> {
          desk.failed(texts.get("start.failed", row.name()), error);
          changed.run();
        });
  }

  private void stop(BundleRow row) {
    if (agreed("stop", texts.get("stop.question", row.name()))) {
      desk.background(
          texts.get("stop.work", row.name()),
          progress -> {
            bundles.stop(row.id());
            return row;
          },
          done -> said("stop.done", row));
    }
  }

  private void remove(BundleRow row) {
    if (agreed("remove", texts.get("remove.question", row.name(), row.version()))) {
      desk.background(
          texts.get("remove.work", row.name()),
          progress -> PluginInstall.folder().remove(row.name()),
          removed -> said("remove.done", row));
    }
  }

  private void said(String key, BundleRow row) {
    desk.say(texts.get(key, row.name()));
    changed.run();
  }

  private boolean agreed(String key, String question) {
    Object[] options = {texts.get(key + ".do"), texts.get("cancel")};
    return JOptionPane.showOptionDialog(
            desk.window(),
            question,
            texts.get(key),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            options,
            options[1])
        == 0;
  }

  /** Asks for jars. */
  void install() {
    JFileChooser chooser = chooser("install.choose");
    chooser.setMultiSelectionEnabled(true);
    if (chosen(chooser)) {
      List<Path> jars = Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList();
      PluginInstall.begin(desk, jars);
    }
  }

  /** Asks for a jar of the same bundle. */
  private void update(BundleRow row) {
    JFileChooser chooser = chooser("update.choose");
    if (chosen(chooser)) {
      Path jar = chooser.getSelectedFile().toPath();
      desk.background(
          texts.get("install.put"),
          progress -> PluginInstall.folder().put(same(jar, row)),
          done -> desk.say(texts.get(done ? "update.done" : "install.same", row.name())));
    }
  }

  /** A jar of this bundle and no other. */
  static BundleJar same(Path path, BundleRow row) {
    return BundleJar.read(path)
        .filter(jar -> jar.symbolicName().equals(row.name()))
        .orElseThrow(
            () ->
                BadInputException.of(
                    path.toString(),
                    BundleJar.read(path).map(BundleJar::symbolicName).orElse("no bundle"),
                    row.name()));
  }

  private JFileChooser chooser(String title) {
    JFileChooser chooser = new JFileChooser(new File(desk.remembered(FOLDER, "")));
    chooser.setName("plugins-choose");
    chooser.setDialogTitle(texts.get(title));
    chooser.setFileFilter(new FileNameExtensionFilter(texts.get("choose.kind"), "jar"));
    return chooser;
  }

  private boolean chosen(JFileChooser chooser) {
    boolean chosen = chooser.showOpenDialog(desk.window()) == JFileChooser.APPROVE_OPTION;
    if (chosen) {
      desk.remember(FOLDER, chooser.getCurrentDirectory().toString());
    }
    return chosen;
  }
}
