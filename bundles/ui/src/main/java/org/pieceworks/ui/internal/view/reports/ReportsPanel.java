package org.pieceworks.ui.internal.view.reports;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JToolBar;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.internal.component.Browser;
import org.pieceworks.ui.internal.component.FileDialog;
import org.pieceworks.ui.internal.component.RunBox;
import org.pieceworks.ui.internal.component.WhenSeen;
import org.pieceworks.ui.internal.page.Contents;
import org.pieceworks.ui.internal.page.PageView;
import org.pieceworks.ui.internal.page.Xhtml;

/** A report with its table of contents. */
final class ReportsPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int CONTENTS = Pixels.scaled(250);
  private static final int BOX = Pixels.scaled(330);

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Reports reports;
  private final JButton browser;
  private final JButton write;
  private final JButton reload;
  private final JPanel middle = new JPanel(new BorderLayout());
  private final Contents contents;
  private final PageView view;
  private final JSplitPane split;
  private transient Desk.Task task;
  private transient Path page;
  private String run = "";

  ReportsPanel(Desk desk, Texts texts, RunStore runs, Reports reports) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.reports = reports;
    view = new PageView(desk, "reports-page", link -> Browser.open(desk, link));
    contents = new Contents("reports-contents", entry -> view.go(entry.target().substring(1)));
    JScrollPane list = new JScrollPane(contents);
    list.setBorder(BorderFactory.createEmptyBorder());
    split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, list, view);
    split.setDividerLocation(CONTENTS);
    browser = button("browser", this::browse);
    write = button("write", this::write);
    reload = button("reload", () -> load(run, true));
    RunBox box = new RunBox(desk, "reports-run", runs::list, this::noRun);
    box.setPreferredSize(new java.awt.Dimension(BOX, box.getPreferredSize().height));
    box.setMaximumSize(new java.awt.Dimension(BOX, Short.MAX_VALUE));
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    bar.add(box);
    bar.add(Box.createHorizontalStrut(8));
    List.of(browser, write, reload).forEach(bar::add);
    bar.add(Box.createHorizontalGlue());
    add(bar, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    show(new EmptyState(texts.get("empty"), texts.get("empty.help")));
    WhenSeen seen = new WhenSeen(this);
    desk.on(RunSelected.class, event -> seen.run(() -> load(event.run(), false)));
    desk.offer(new Act("report-reload", "view", texts.get("reload.help"), null, this::again));
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "reports", key, run);
  }

  private void noRun() {
    if (page == null) {
      show(
          new EmptyState(texts.get("norun"), texts.get("norun.help"))
              .with(
                  texts.get("experiments"), "reports-experiments", () -> desk.show("experiments")));
    }
  }

  private void again() {
    if (!run.isEmpty()) {
      load(run, true);
    }
  }

  private void load(String id, boolean anew) {
    if (task != null) {
      task.cancel();
    }
    run = id;
    if (page == null) {
      show(new EmptyState(texts.get("loading"), texts.get("writing", id)));
    }
    task =
        desk.background(
            texts.get("writing", id),
            progress -> {
              Reports.Report report = reports.read(id, anew);
              List<Contents.Entry> entries = ReportContents.of(Xhtml.parse(report.html()));
              return new Loaded(report, entries);
            },
            this::show);
  }

  private record Loaded(Reports.Report report, List<Contents.Entry> entries) {}

  private void show(Loaded loaded) {
    page = loaded.report().page();
    contents.show(loaded.entries(), null);
    EmptyState.show(middle, split);
    view.show(() -> Xhtml.parse(loaded.report().html()), "");
    unlock(true);
  }

  private void show(JComponent empty) {
    EmptyState.show(middle, empty);
    unlock(false);
  }

  private void unlock(boolean there) {
    List.of(browser, write, reload).forEach(button -> button.setEnabled(there));
  }

  private void browse() {
    Browser.open(desk, page.toUri().toString());
  }

  private void write() {
    String id = run;
    new FileDialog(desk, "reports-choose", texts.get("write.title"))
        .folderToFill()
        .ifPresent(
            folder ->
                desk.background(
                    texts.get("writing", id),
                    progress -> reports.write(id, folder),
                    done -> desk.say(texts.get("written", done))));
  }
}
