package org.pieceworks.ui.internal.view.guide;

import java.awt.BorderLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JToolBar;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.internal.component.Browser;
import org.pieceworks.ui.internal.page.Contents;
import org.pieceworks.ui.internal.page.PageView;
import org.pieceworks.ui.internal.page.Xhtml;

/** The pages at the left, with the sections of the one that is read beside them. */
final class GuidePanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int CONTENTS = Pixels.scaled(230);

  private final transient Desk desk;
  private final transient Texts texts;
  private final Contents contents;
  private final PageView view;
  private final JButton back;
  private final transient Deque<GuideLink.Page> read = new ArrayDeque<>();
  private transient List<GuidePage> pages = List.of();
  private transient GuideLink.Page here = new GuideLink.Page("", "");

  GuidePanel(Desk desk, Texts texts) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    contents = new Contents("guide-contents", entry -> follow(entry.target()));
    view = new PageView(desk, "guide-page", this::follow);
    back = new JButton(texts.get("back"));
    back.setName("guide-back");
    back.setToolTipText(texts.get("back.help"));
    back.addActionListener(event -> back());
    back.setEnabled(false);
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    bar.add(back);
    JScrollPane list = new JScrollPane(contents);
    list.setBorder(BorderFactory.createEmptyBorder());
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, list, view);
    split.setDividerLocation(CONTENTS);
    add(bar, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    desk.background(texts.get("load"), progress -> Guide.pages(), this::loaded);
    desk.offer(
        new Act("guide-read", "help", texts.get("read.act"), null, () -> desk.show("guide")));
  }

  private void loaded(List<GuidePage> found) {
    pages = found;
    if (found.isEmpty()) {
      removeAll();
      add(new EmptyState(texts.get("empty"), texts.get("empty.help")), BorderLayout.CENTER);
      revalidate();
    } else {
      open(new GuideLink.Page(found.get(0).file(), ""));
    }
  }

  private Optional<GuidePage> page(String file) {
    return pages.stream().filter(page -> page.file().equals(file)).findFirst();
  }

  private void follow(String link) {
    GuideLink target = GuideLink.of(link, pages.stream().map(GuidePage::file).toList());
    if (target instanceof GuideLink.Page page) {
      read.push(here);
      open(page);
    } else if (target instanceof GuideLink.Web web) {
      Browser.open(desk, web.address());
    } else if (target instanceof GuideLink.Source source) {
      desk.background(
          texts.get("load"),
          progress -> Guide.source(source.path()),
          found ->
              found.ifPresentOrElse(
                  this::file, () -> desk.say(texts.get("nofile", source.path()))));
    }
  }

  private void file(java.nio.file.Path file) {
    if (file.toString().matches(".*\\.ya?ml")) {
      desk.tell(new FileSelected(file));
      desk.show("editor");
    } else {
      desk.say(texts.get("link", file));
    }
  }

  private void open(GuideLink.Page target) {
    boolean other = !target.file().equals(here.file());
    here = target;
    back.setEnabled(!read.isEmpty());
    page(target.file())
        .ifPresent(
            page -> {
              list(page, target);
              if (other) {
                view.show(() -> Xhtml.parse(page.xhtml()), target.anchor());
              } else {
                view.go(target.anchor());
              }
            });
  }

  /** All pages, and the sections of the one that is read. */
  private void list(GuidePage open, GuideLink.Page target) {
    List<Contents.Entry> entries = new ArrayList<>();
    Contents.Entry selected = null;
    for (GuidePage page : pages) {
      Contents.Entry entry = new Contents.Entry(page.title(), page.file(), 0);
      entries.add(entry);
      if (page == open) {
        selected = entry;
        for (var section : page.sections().entrySet()) {
          Contents.Entry inner =
              new Contents.Entry(section.getValue(), page.file() + "#" + section.getKey(), 1);
          entries.add(inner);
          selected = section.getKey().equals(target.anchor()) ? inner : selected;
        }
      }
    }
    contents.show(entries, selected);
  }

  private void back() {
    if (!read.isEmpty()) {
      open(read.pop());
    }
  }
}
