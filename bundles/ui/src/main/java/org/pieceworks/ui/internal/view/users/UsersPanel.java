package org.pieceworks.ui.internal.view.users;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JToolBar;
import org.pieceworks.api.data.User;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.Work;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.event.DataSelected;
import org.pieceworks.ui.event.RunSelected;
import org.pieceworks.ui.internal.component.FileDialog;
import org.pieceworks.ui.internal.component.WhenSeen;
import org.pieceworks.ui.internal.trial.HeldTrial;
import org.pieceworks.ui.internal.trial.Html;
import org.pieceworks.ui.internal.trial.LazyTrial;

/** The list of users at the left; the map and the selected user's details at the right. */
final class UsersPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final double LIST = 0.3;
  private static final double MAP = 0.58;

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient UsersReading reading;
  private final transient HeldTrial held;
  private final JLabel title = new JLabel(" ");
  private final UserList list;
  private final UserDetails details;
  private final EmbeddingMap map;
  private final JSplitPane content;
  private final JPanel middle = new JPanel(new BorderLayout());
  private transient UsersData data;
  private String wanted = "";

  UsersPanel(Desk desk, Texts texts, UsersReading reading) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.reading = reading;
    held = new HeldTrial(desk, texts.get("closing"));
    list = new UserList(desk, texts, this::select);
    details = new UserDetails(texts);
    details.setPreferredSize(new Dimension(400, 220));
    list.setPreferredSize(new Dimension(290, 400));
    map = new EmbeddingMap(texts, list::select, this::embed);
    map.setPreferredSize(new Dimension(400, 330));
    JSplitPane right = new JSplitPane(JSplitPane.VERTICAL_SPLIT, map, details);
    right.setResizeWeight(MAP);
    content = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, list, right);
    content.setResizeWeight(LIST);
    // Wide enough to be of use; all that is more is taken.
    setPreferredSize(new Dimension(560, 400));
    add(head(), BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    empty("empty", texts.get("empty.help"));
    WhenSeen seen = new WhenSeen(this);
    desk.on(RunSelected.class, event -> seen.run(() -> run(event.run())));
    desk.on(DataSelected.class, event -> seen.run(() -> data(event.data())));
  }

  private JToolBar head() {
    JToolBar bar = new JToolBar();
    bar.setFloatable(false);
    JButton open = new JButton(texts.get("open"));
    open.setName("users-open");
    open.setToolTipText(texts.get("open.help"));
    open.addActionListener(event -> open());
    title.setName("users-title");
    title.putClientProperty("FlatLaf.styleClass", "small");
    bar.add(open);
    bar.addSeparator();
    bar.add(title);
    return bar;
  }

  private void empty(String key, String explanation) {
    EmptyState.show(
        middle,
        new EmptyState(texts.get(key), explanation)
            .with(texts.get("open"), "users-open-first", this::open));
  }

  private void open() {
    new FileDialog(desk, "users-choose", texts.get("open.choose")).openAny().ifPresent(this::data);
  }

  private void data(Path path) {
    read(path.toString(), progress -> prepared(reading.dataset(path)));
  }

  private void run(String id) {
    if (data == null || !wanted.equals(id)) {
      read(id, progress -> prepared(reading.run(id)));
    }
  }

  /** What is shown at once. */
  private record Prepared(UsersReading.Read read, UserDetails.Summary summary, Plane plane) {}

  private static Prepared prepared(UsersReading.Read read) {
    return new Prepared(
        read, UserDetails.Summary.of(read.data()), Plane.of(read.data().embeddings()));
  }

  private void read(String what, Work<Prepared> work) {
    wanted = what;
    desk.background(
        texts.get("look"),
        work,
        found -> {
          if (wanted.equals(what)) {
            show(found);
          }
        },
        error -> {
          if (wanted.equals(what)) {
            data = null;
            held.hold(Optional.empty());
            title.setText(" ");
            empty("missing", Html.plain(error.getMessage()));
          }
        });
  }

  private void show(Prepared found) {
    data = found.read().data();
    held.hold(found.read().trial());
    title.setText(data.title());
    title.setToolTipText(data.title());
    details.show(data, found.summary());
    map.show(data, found.plane());
    list.show(data);
    EmptyState.show(middle, content);
  }

  private void select(User user) {
    details.show(user);
    map.select(user.id());
  }

  private void embed() {
    UsersData of = data;
    Optional<LazyTrial> trial = held.ask();
    desk.background(
        texts.get("embedding"),
        progress -> {
          UsersData embedded = of.with(reading.embeddings(of, trial, progress));
          return new Prepared(
              new UsersReading.Read(embedded, trial), null, Plane.of(embedded.embeddings()));
        },
        found -> {
          if (of == data) {
            data = found.read().data();
            map.show(data, found.plane());
          }
        });
  }
}
