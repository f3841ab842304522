package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.ui.FlatTableHeaderUI;
import java.awt.Component;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.plaf.ComponentUI;
import javax.swing.table.TableCellRenderer;

/** Headings of tables stand where their cells do: at the left, those of numbers at the right. */
public final class AlignedTableHeaderUI extends FlatTableHeaderUI {

  private record Aligned(TableCellRenderer plain) implements TableCellRenderer {

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      Component cell =
          plain.getTableCellRendererComponent(table, value, selected, focused, row, column);
      if (cell instanceof JLabel label && table != null) {
        boolean number = Number.class.isAssignableFrom(table.getColumnClass(column));
        label.setHorizontalAlignment(number ? SwingConstants.TRAILING : SwingConstants.LEADING);
      }
      return cell;
    }
  }

  /** Has all tables take it; by its class, as the look's class loader does not know it. */
  static void use() {
    String name = AlignedTableHeaderUI.class.getName();
    UIManager.put("TableHeaderUI", name);
    UIManager.put(name, AlignedTableHeaderUI.class);
  }

  /** Called by Swing. */
  public static ComponentUI createUI(JComponent header) {
    return new AlignedTableHeaderUI();
  }

  @Override
  protected void installDefaults() {
    super.installDefaults();
    TableCellRenderer plain = header.getDefaultRenderer();
    if (!(plain instanceof Aligned)) {
      header.setDefaultRenderer(new Aligned(plain));
    }
  }
}
