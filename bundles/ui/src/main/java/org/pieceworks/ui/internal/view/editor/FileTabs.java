package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.JTabbedPane;
import org.pieceworks.ui.Texts;

/** Open files, a tab for each, with a star where it is not saved. */
final class FileTabs extends JTabbedPane {

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;

  /**
   * None is open.
   *
   * @param close called where a tab's cross is pressed
   */
  FileTabs(Texts texts, Consumer<FileTab> close) {
    this.texts = texts;
    setName("editor-tabs");
    getAccessibleContext().setAccessibleName(texts.get("files"));
    setTabLayoutPolicy(SCROLL_TAB_LAYOUT);
    putClientProperty("JTabbedPane.tabClosable", true);
    putClientProperty("JTabbedPane.tabCloseToolTipText", texts.get("close"));
    BiConsumer<JTabbedPane, Integer> cross =
        (pane, index) -> close.accept((FileTab) pane.getComponentAt(index));
    putClientProperty("JTabbedPane.tabCloseCallback", cross);
  }

  /** All, from left to right. */
  List<FileTab> all() {
    return IntStream.range(0, getTabCount()).mapToObj(i -> (FileTab) getComponentAt(i)).toList();
  }

  /** The one in front. */
  Optional<FileTab> front() {
    return Optional.ofNullable((FileTab) getSelectedComponent());
  }

  /** A file's. */
  Optional<FileTab> of(Path file) {
    Path wanted = file.toAbsolutePath().normalize();
    return all().stream().filter(tab -> tab.file().equals(wanted)).findFirst();
  }

  /** Those that are not saved. */
  List<FileTab> unsaved() {
    return all().stream().filter(FileTab::unsaved).toList();
  }

  void add(FileTab tab) {
    addTab(tab.file().getFileName().toString(), null, tab, tab.file().toString());
  }

  /** Files have other names, or other stars, than before. */
  void renewTitles() {
    for (FileTab tab : all()) {
      int index = indexOfComponent(tab);
      String name = tab.file().getFileName().toString();
      String title = tab.unsaved() ? texts.get("unsaved", name) : name;
      if (!title.equals(getTitleAt(index))) {
        setTitleAt(index, title);
        setToolTipTextAt(index, tab.file().toString());
      }
    }
  }
}
