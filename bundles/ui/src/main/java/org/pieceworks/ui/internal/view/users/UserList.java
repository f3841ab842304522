package org.pieceworks.ui.internal.view.users;

import java.awt.BorderLayout;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.Timer;
import org.pieceworks.api.data.User;
import org.pieceworks.experiment.trial.TrialUsers.Role;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Typing;
import org.pieceworks.ui.internal.trial.HeaderSorter;

/** The list of users with its filters. */
final class UserList extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int TYPING_IN_MS = 200;
  private static final int[] WIDTHS = {90, 80, 60, 60};

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Consumer<User> chosen;
  private final UsersModel model;
  private final JTable table;
  private final JTextField part = new JTextField(8);
  private final JComboBox<Role> role = new JComboBox<>();
  private final JLabel shown = new JLabel(" ");
  private transient UsersData data;
  private transient UserOrder order = UserOrder.ALL;
  private transient Desk.Task ordering;
  private String selected = "";

  /**
   * Creates it empty.
   *
   * @param chosen told of the user that is selected
   */
  UserList(Desk desk, Texts texts, Consumer<User> chosen) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.chosen = chosen;
    model = new UsersModel(texts);
    table = new JTable(model);
    table.setName("users-list");
    table.getAccessibleContext().setAccessibleName(texts.get("title"));
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setFillsViewportHeight(true);
    table.setRowSorter(new HeaderSorter(model, this::sort));
    for (int i = 0; i < WIDTHS.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
    table.getSelectionModel().addListSelectionListener(event -> tell());
    shown.setName("users-shown");
    shown.putClientProperty("FlatLaf.styleClass", "small");
    add(filters(), BorderLayout.NORTH);
    add(new JScrollPane(table), BorderLayout.CENTER);
    add(shown, BorderLayout.SOUTH);
  }

  private JPanel filters() {
    part.setName("users-filter");
    part.getAccessibleContext().setAccessibleName(texts.get("filter"));
    part.putClientProperty("JTextField.placeholderText", texts.get("filter"));
    part.putClientProperty("JTextField.showClearButton", true);
    role.setName("users-role");
    role.getAccessibleContext().setAccessibleName(texts.get("column.role"));
    role.addItem(null);
    for (Role one : Role.values()) {
      role.addItem(one);
    }
    role.setRenderer(new RoleName(texts));
    role.addActionListener(event -> filter());
    Timer typed = new Timer(TYPING_IN_MS, event -> filter());
    typed.setRepeats(false);
    Typing.on(part.getDocument(), typed::restart); // waits until whoever types has paused
    JPanel line = new JPanel(new BorderLayout(4, 0));
    line.add(part, BorderLayout.CENTER);
    line.add(role, BorderLayout.LINE_END);
    line.setBorder(javax.swing.BorderFactory.createEmptyBorder(2, 2, 4, 2));
    return line;
  }

  void show(UsersData users) {
    data = users;
    role.setVisible(!users.roles().isEmpty());
    filter();
  }

  private void filter() {
    Role wanted = role.isVisible() ? (Role) role.getSelectedItem() : null;
    order(order.of(part.getText().strip().toLowerCase(Locale.ROOT), wanted));
  }

  private void sort(int column, boolean up) {
    order(order.by(UserColumn.values()[column], up));
  }

  private void order(UserOrder wanted) {
    order = wanted;
    if (data == null) {
      return;
    }
    if (ordering != null) {
      ordering.cancel();
    }
    UsersData of = data;
    ordering =
        desk.background(
            texts.get("ordering"),
            progress -> wanted.rows(of),
            rows -> {
              if (of == data) {
                String before = selected;
                model.show(of, rows);
                shown.setText(texts.get("shown", rows.length, of.users().size()));
                int at = model.row(before);
                if (at < 0 && rows.length > 0) {
                  at = 0;
                }
                if (at >= 0) {
                  table.setRowSelectionInterval(at, at);
                  table.scrollRectToVisible(table.getCellRect(at, 0, true));
                }
              }
            });
  }

  /** Selects a user, whom the filters may hide: then they are let go. */
  void select(String id) {
    selected = id;
    int at = model.row(id);
    if (at < 0) {
      part.setText("");
      role.setSelectedIndex(0);
      filter();
    } else {
      table.setRowSelectionInterval(at, at);
      table.scrollRectToVisible(table.getCellRect(at, 0, true));
    }
  }

  private void tell() {
    int row = table.getSelectedRow();
    if (row >= 0 && row < model.getRowCount()) {
      User user = model.user(row);
      selected = user.id();
      chosen.accept(user);
    }
  }

  /** Roles in words. */
  private static final class RoleName extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;
    private final transient Texts texts;

    RoleName(Texts texts) {
      this.texts = texts;
    }

    @Override
    public java.awt.Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean picked, boolean focused) {
      String name = value == null ? texts.get("role.all") : texts.get("role." + value);
      return super.getListCellRendererComponent(list, name, index, picked, focused);
    }
  }
}
