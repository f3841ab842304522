package org.pieceworks.ui.internal.view.pool;

import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.Timer;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.trial.HeaderSorter;

/** The table of pieces with what the selected one holds below it. */
final class PieceTable extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int SCROLLING_IN_MS = 150;

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient Supplier<PoolReading> reading;
  private final PieceTableModel model;
  private final JTable table;
  private final JTextArea detail = new JTextArea(" ", 2, 20);
  private final JLabel shown = new JLabel(" ");
  private final Timer scrolled;
  private transient PieceColumns pieces;
  private transient PieceOrder order = PieceOrder.ALL;
  private transient Desk.Task ordering;

  /**
   * Creates it empty.
   *
   * @param reading reads the pool that is shown
   */
  PieceTable(Desk desk, Texts texts, Supplier<PoolReading> reading) {
    super(new BorderLayout());
    this.desk = desk;
    this.texts = texts;
    this.reading = reading;
    model = new PieceTableModel(texts);
    table = new JTable(model);
    table.setName("pool-pieces");
    table.getAccessibleContext().setAccessibleName(texts.get("pieces"));
    table.setSelectionMode(ListSelectionModel.SINGLE_INTERVAL_SELECTION);
    table.setFillsViewportHeight(true);
    table.setAutoCreateColumnsFromModel(false);
    table.setRowSorter(new HeaderSorter(model, this::sort));
    for (PieceColumn column : PieceColumn.values()) {
      table.getColumnModel().getColumn(column.ordinal()).setPreferredWidth(column.width());
    }
    table.getSelectionModel().addListSelectionListener(event -> showSelected());
    detail.setName("pool-piece");
    detail.getAccessibleContext().setAccessibleName(texts.get("piece"));
    detail.setText(texts.get("piece.none"));
    detail.setEditable(false);
    detail.setLineWrap(true);
    detail.setWrapStyleWord(true);
    shown.putClientProperty("FlatLaf.styleClass", "small");
    shown.setName("pool-shown");
    JScrollPane scroll = new JScrollPane(table);
    scrolled = new Timer(SCROLLING_IN_MS, event -> learnSeen());
    scrolled.setRepeats(false);
    scroll.getViewport().addChangeListener(event -> scrolled.restart());
    JPanel below = new JPanel(new BorderLayout(0, 2));
    below.add(shown, BorderLayout.NORTH);
    below.add(new JScrollPane(detail), BorderLayout.CENTER);
    add(scroll, BorderLayout.CENTER);
    add(below, BorderLayout.SOUTH);
  }

  /** Shows a pool's pieces. */
  void show(PieceColumns columns, PoolFilters filters) {
    pieces = columns;
    order(filters.with(order));
  }

  /** Shows those that pass the filters. */
  void filter(PoolFilters filters) {
    if (pieces != null) {
      order(filters.with(order));
    }
  }

  /** The sharer of the selected piece; empty where none is selected, or it was taken back. */
  Optional<String> sharer() {
    int row = table.getSelectedRow();
    return row < 0
        ? Optional.empty()
        : Optional.of(pieces.sharer(model.piece(row))).filter(s -> !s.isEmpty());
  }

  private void sort(int column, boolean up) {
    PieceColumn by = PieceColumn.values()[column];
    if (by != PieceColumn.NORM || pieces == null) {
      order(order.by(by, up));
      return;
    }
    // Gates are read only where they are asked for: here for all.
    PieceColumns of = pieces;
    PoolReading from = reading.get();
    desk.background(
        texts.get("norms"),
        progress -> {
          of.learn(from.norms(of.unknown(IntStream.range(0, of.size()).toArray()), progress));
          return of;
        },
        learnt -> order(order.by(by, up)));
  }

  private void order(PieceOrder wanted) {
    order = wanted;
    if (pieces == null) {
      return;
    }
    if (ordering != null) {
      ordering.cancel();
    }
    PieceColumns of = pieces;
    ordering =
        desk.background(
            texts.get("ordering"),
            progress -> wanted.rows(of),
            rows -> {
              if (of == pieces) {
                model.show(of, rows);
                shown.setText(texts.get("shown", rows.length, of.size()));
                scrolled.restart();
              }
            });
  }

  /** Finds out the norms of the gates that are seen. */
  private void learnSeen() {
    if (pieces == null || model.getRowCount() == 0) {
      return;
    }
    Rectangle seen = table.getVisibleRect();
    int first = table.rowAtPoint(seen.getLocation());
    int last = first + seen.height / table.getRowHeight() + 2;
    Map<String, List<Integer>> unknown = pieces.unknown(model.pieces(first, last));
    if (unknown.isEmpty()) {
      return;
    }
    PieceColumns of = pieces;
    PoolReading from = reading.get();
    desk.background(
        texts.get("norms"),
        progress -> from.norms(unknown, progress),
        norms -> {
          of.learn(norms);
          table.repaint();
        });
  }

  private void showSelected() {
    int row = table.getSelectedRow();
    if (row < 0 || row >= model.getRowCount()) {
      detail.setText(texts.get("piece.none"));
      return;
    }
    int number = model.piece(row);
    PoolReading from = reading.get();
    desk.background(
        texts.get("reading", number),
        progress -> from.piece(number),
        piece -> {
          if (table.getSelectedRow() >= 0 && model.piece(table.getSelectedRow()) == number) {
            detail.setText(words(piece));
            detail.setCaretPosition(0);
          }
        });
  }

  private String words(PoolReading.Shown shownPiece) {
    String held =
        shownPiece.piece().revoked()
            ? texts.get("revoked")
            : String.join(", ", shownPiece.tensors());
    return texts.get(
        "piece.line",
        Integer.toString(shownPiece.piece().number()),
        shownPiece.piece().slot(),
        shownPiece.piece().sha256(),
        held);
  }
}
