package org.pieceworks.ui.internal.view.plugins;

import java.nio.file.Path;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.plugin.BundleJar;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.component.FileDialog;
import org.pieceworks.ui.internal.component.Question;

/**
 * What a user does with bundles: asks where something may break, then does it in the background.
 */
final class PluginActs {

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
    List<String> answers = List.of(texts.get(key + ".do"), texts.get("cancel"));
    return new Question(texts.get(key), question, answers, 1).ask(desk.window()) == 0;
  }

  /** Asks for jars. */
  void install() {
    List<Path> jars = dialog("install.choose").openSeveral();
    if (!jars.isEmpty()) {
      PluginInstall.begin(desk, jars);
    }
  }

  /** Asks for a jar of the same bundle. */
  private void update(BundleRow row) {
    dialog("update.choose")
        .open()
        .ifPresent(
            jar ->
                desk.background(
                    texts.get("install.put"),
                    progress -> PluginInstall.folder().put(same(jar, row)),
                    done ->
                        desk.say(texts.get(done ? "update.done" : "install.same", row.name()))));
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

  private FileDialog dialog(String title) {
    return new FileDialog(desk, "plugins-choose", texts.get(title))
        .kind(texts.get("choose.kind"), "jar");
  }
}
