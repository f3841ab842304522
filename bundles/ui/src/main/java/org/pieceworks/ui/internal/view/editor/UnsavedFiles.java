package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pieceworks.ui.Unsaved;

/**
 * Open files that are not saved.
 *
 * @param show brings a file to the front that cannot be saved
 */
record UnsavedFiles(FileTabs tabs, Consumer<FileTab> show) implements Unsaved {

  @Override
  public List<String> names() {
    return names(tabs.unsaved().stream().map(FileTab::file).toList());
  }

  /** Names of files, with their folders where names alone do not tell them apart. */
  static List<String> names(List<Path> files) {
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    return files.stream()
        .map(
            file -> {
              String name = file.getFileName().toString();
              return names.indexOf(name) == names.lastIndexOf(name) ? name : file.toString();
            })
        .toList();
  }

  @Override
  public void save(Runnable then) {
    Optional<FileTab> next = tabs.unsaved().stream().findFirst();
    next.ifPresentOrElse(tab -> tab.save(() -> save(then), () -> show.accept(tab)), then);
  }

  @Override
  public void discard() {
    tabs.unsaved().forEach(FileTab::discardNow);
  }
}
