package org.pieceworks.ui.internal.window;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.DataSelected;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.internal.view.plugins.PluginInstall;

/** What is done with files that are dropped onto the window. */
record DropActs(Desk desk) {

  /** Looks at them away from the event thread, then opens each where it belongs. */
  void take(List<Path> paths) {
    desk.background(
        Texts.of(DropActs.class).get("drop.look"), progress -> Dropped.of(paths), this::open);
  }

  private void open(Dropped dropped) {
    dropped.experiments().forEach(file -> desk.tell(new FileSelected(file)));
    if (!dropped.experiments().isEmpty()) {
      desk.show("editor");
    }
    dropped.data().forEach(data -> desk.tell(new DataSelected(data)));
    if (!dropped.data().isEmpty()) {
      desk.show("users");
    }
    if (!dropped.others().isEmpty()) {
      desk.say(Texts.of(DropActs.class).get("drop.unknown", names(dropped.others())));
    }
    if (!dropped.jars().isEmpty()) {
      PluginInstall.begin(desk, dropped.jars());
    }
  }

  private static String names(List<Path> paths) {
    return paths.stream()
        .map(path -> String.valueOf(path.getFileName()))
        .collect(Collectors.joining(", "));
  }
}
