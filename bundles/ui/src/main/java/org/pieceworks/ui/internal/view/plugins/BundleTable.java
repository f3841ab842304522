package org.pieceworks.ui.internal.view.plugins;

import java.awt.Color;
import java.awt.Component;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;

/** Bundles, a row each. */
final class BundleTable extends JTable {

  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS = List.of("bundle", "version", "state", "origin");
  private static final int[] WIDTHS = {228, 122, 68, 92};

  private final transient Texts texts;
  private final Rows rows;

  BundleTable(Texts texts) {
    this.texts = texts;
    rows = new Rows();
    setModel(rows);
    setName("plugins-bundles");
    getAccessibleContext().setAccessibleName(texts.get("bundles"));
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setFillsViewportHeight(true);
    setDefaultRenderer(Object.class, new Cells());
    for (int i = 0; i < WIDTHS.length; i++) {
      getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
  }

  /** Shows other rows; what was selected stays selected where it is still there. */
  void show(List<BundleRow> shown) {
    Optional<BundleRow> before = selected();
    rows.bundles = List.copyOf(shown);
    rows.fireTableDataChanged();
    before.ifPresent(row -> select(row.name()));
  }

  /** Selects a bundle by its name. */
  void select(String name) {
    for (int i = 0; i < rows.bundles.size(); i++) {
      if (rows.bundles.get(i).name().equals(name)) {
        setRowSelectionInterval(i, i);
        scrollRectToVisible(getCellRect(i, 0, true));
        return;
      }
    }
  }

  Optional<BundleRow> selected() {
    int row = getSelectedRow();
    return row < 0 || row >= rows.bundles.size()
        ? Optional.empty()
        : Optional.of(rows.bundles.get(row));
  }

  private String shown(BundleRow row, int column) {
    return switch (COLUMNS.get(column)) {
      case "bundle" -> row.name();
      case "version" -> row.version();
      case "state" ->
          texts.get(
              row.waits() && row.state() == BundleRow.State.ACTIVE
                  ? "state.WAITS"
                  : "state." + row.state());
      default -> texts.get("origin." + row.origin());
    };
  }

  private final class Rows extends ColumnsModel {

    private static final long serialVersionUID = 1L;

    private transient List<BundleRow> bundles = List.of();

    Rows() {
      super(texts, COLUMNS);
    }

    @Override
    public int getRowCount() {
      return bundles.size();
    }

    @Override
    public Object getValueAt(int row, int column) {
      return shown(bundles.get(row), column);
    }
  }

  private final class Cells extends DefaultTableCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, selected, focused, row, column);
      if (!selected) {
        setForeground(colour(rows.bundles.get(row)));
      }
      setToolTipText(String.valueOf(value));
      return this;
    }

    private Color colour(BundleRow row) {
      if (row.troubled()) {
        return UIManager.getColor("Actions.Red");
      }
      return row.state() == BundleRow.State.STOPPED
          ? UIManager.getColor("Label.disabledForeground")
          : UIManager.getColor("Table.foreground");
    }
  }
}
