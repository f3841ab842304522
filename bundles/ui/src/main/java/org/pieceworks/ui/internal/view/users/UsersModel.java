package org.pieceworks.ui.internal.view.users;

import java.util.stream.Stream;
import org.pieceworks.api.data.User;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;

/** Some users in some order. */
final class UsersModel extends ColumnsModel {

  private static final long serialVersionUID = 1L;
  private static final UserColumn[] COLUMNS = UserColumn.values();

  private final transient Texts texts;
  private transient UsersData data;
  private int[] rows = {};

  UsersModel(Texts texts) {
    super(texts, Stream.of(COLUMNS).map(UserColumn::key).toList());
    this.texts = texts;
  }

  void show(UsersData shown, int[] places) {
    data = shown;
    rows = places;
    fireTableDataChanged();
  }

  User user(int row) {
    return data.users().get(rows[row]);
  }

  /** Where a user is listed, -1 if nowhere. */
  int row(String id) {
    for (int row = 0; row < rows.length; row++) {
      if (user(row).id().equals(id)) {
        return row;
      }
    }
    return -1;
  }

  @Override
  public int getRowCount() {
    return rows.length;
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return COLUMNS[column].type();
  }

  @Override
  public Object getValueAt(int row, int column) {
    User user = user(row);
    return switch (COLUMNS[column]) {
      case ID -> user.id();
      case ROLE -> data.role(user).map(role -> texts.get("role." + role)).orElse("");
      default -> COLUMNS[column].count(user);
    };
  }
}
