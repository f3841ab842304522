package org.pieceworks.ui.internal.view.users;

import java.awt.BorderLayout;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.data.Bins;
import org.pieceworks.experiment.data.LabelCounts;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.trial.Html;

/** The selected user's history and labels, and how long the histories of all are. */
final class UserDetails extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final double HUNDRED = 100;
  private static final int TIP = 420;

  private final transient Texts texts;
  private final HistoryModel history;
  private final Bars labels;
  private final Bars sizes;
  private final JLabel key = new JLabel(" ");
  private final JLabel title = new JLabel(" ");
  private transient UsersData data;
  private transient Summary summary;

  /**
   * What is counted over all users, which takes a moment.
   *
   * @param shares per label its share in percent; empty where answers are no labels
   */
  record Summary(Map<String, Double> shares, Bins sizes) {

    static Summary of(UsersData data) {
      Map<String, Double> shares = new HashMap<>();
      if (!data.task().labels().isEmpty()) {
        shares.putAll(shares(LabelCounts.of(data.task(), data.users())));
      }
      int[] sizes = data.users().stream().mapToInt(user -> user.history().size()).toArray();
      return new Summary(shares, Bins.of(sizes));
    }

    static Map<String, Double> shares(List<LabelCounts.Count> counts) {
      long all = counts.stream().mapToLong(LabelCounts.Count::histories).sum();
      Map<String, Double> shares = new HashMap<>();
      counts.forEach(
          count -> shares.put(count.label(), all == 0 ? 0 : HUNDRED * count.histories() / all));
      return shares;
    }
  }

  UserDetails(Texts texts) {
    super(new BorderLayout());
    this.texts = texts;
    history = new HistoryModel(texts);
    labels = new Bars("users-labels", texts.get("labels"), texts.get("labels.none"));
    sizes = new Bars("users-sizes", texts.get("sizes"), "");
    title.setName("users-selected");
    title.putClientProperty("FlatLaf.styleClass", "h4");
    title.setBorder(javax.swing.BorderFactory.createEmptyBorder(4, 6, 2, 6));
    JTabbedPane tabs = new JTabbedPane();
    tabs.setName("users-tabs");
    tabs.addTab(texts.get("history"), new JScrollPane(table()));
    key.setName("users-labels-key");
    key.putClientProperty("FlatLaf.styleClass", "small");
    key.setBorder(javax.swing.BorderFactory.createEmptyBorder(2, 6, 2, 6));
    JPanel both = new JPanel(new BorderLayout());
    both.add(key, BorderLayout.NORTH);
    both.add(scroll(labels), BorderLayout.CENTER);
    tabs.addTab(texts.get("labels"), both);
    tabs.addTab(texts.get("sizes"), scroll(sizes));
    add(title, BorderLayout.NORTH);
    add(tabs, BorderLayout.CENTER);
  }

  private static JScrollPane scroll(Bars bars) {
    JScrollPane pane = new JScrollPane(bars);
    pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    return pane;
  }

  private JTable table() {
    JTable table =
        new JTable(history) {
          private static final long serialVersionUID = 1L;

          @Override
          public String getToolTipText(MouseEvent event) {
            int row = rowAtPoint(event.getPoint());
            int column = columnAtPoint(event.getPoint());
            return row < 0 || column < 0 ? null : tip(String.valueOf(getValueAt(row, column)));
          }
        };
    table.setName("users-history");
    table.getAccessibleContext().setAccessibleName(texts.get("history"));
    table.setFillsViewportHeight(true);
    table.getColumnModel().getColumn(0).setPreferredWidth(420);
    table.getColumnModel().getColumn(1).setPreferredWidth(140);
    return table;
  }

  private static String tip(String text) {
    return "<html><div style='width:" + TIP + "px'>" + Html.plain(text) + "</div>";
  }

  void show(UsersData users, Summary counted) {
    data = users;
    summary = counted;
    List<Bars.Bar> bars = new ArrayList<>();
    for (int bin = 0; bin < counted.sizes().counts().length; bin++) {
      bars.add(
          new Bars.Bar(
              texts.get("bin", counted.sizes().range(bin)),
              counted.sizes().counts()[bin],
              Double.NaN));
    }
    sizes.show(bars, "");
  }

  void show(User user) {
    title.setText(
        texts.get(
            "selected",
            user.id(),
            data.role(user).map(role -> ", " + texts.get("role." + role)).orElse(""),
            user.history().size(),
            user.queries().size()));
    history.show(user.history());
    key.setText(data.task().labels().isEmpty() ? " " : texts.get("labels.key", user.id()));
    Map<String, Double> own =
        UserDetails.Summary.shares(LabelCounts.of(data.task(), List.of(user)));
    labels.show(
        data.task().labels().stream()
            .map(label -> new Bars.Bar(label, summary.shares().get(label), own.get(label)))
            .toList(),
        "%");
  }
}
