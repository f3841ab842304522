package org.pieceworks.ui.internal.view.assembly;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.ColumnsModel;

/** The pieces that were chosen for a target, with their scores where these are known. */
final class ChosenModel extends ColumnsModel {

  private static final long serialVersionUID = 1L;
  private static final List<String> COLUMNS =
      List.of("layer", "module", "sharer", "piece", "weight", "score");

  private transient List<ChosenPiece> pieces = List.of();
  private transient Map<Integer, Float> scores = Map.of();

  ChosenModel(Texts texts) {
    super(texts, COLUMNS);
  }

  void show(List<ChosenPiece> chosen) {
    pieces = chosen;
    scores = Map.of();
    fireTableDataChanged();
  }

  /** Shows scores, by number of the piece. */
  void score(Map<Integer, Float> found) {
    scores = found;
    if (!pieces.isEmpty()) {
      fireTableRowsUpdated(0, pieces.size() - 1);
    }
  }

  ChosenPiece piece(int row) {
    return pieces.get(row);
  }

  @Override
  public int getRowCount() {
    return pieces.size();
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return switch (COLUMNS.get(column)) {
      case "layer", "piece" -> Integer.class;
      case "weight", "score" -> Decimal.class;
      default -> String.class;
    };
  }

  @Override
  public Object getValueAt(int row, int column) {
    ChosenPiece piece = pieces.get(row);
    return switch (COLUMNS.get(column)) {
      case "layer" -> piece.slot().layer() < 0 ? null : piece.slot().layer();
      case "module" -> piece.slot().module();
      case "sharer" -> piece.sharer();
      case "piece" -> piece.piece();
      case "weight" -> new Decimal(piece.weight());
      default -> scores.containsKey(piece.piece()) ? new Decimal(scores.get(piece.piece())) : null;
    };
  }

  /** A number with four digits after its point, whatever the language. */
  static final class Decimal extends Number implements Comparable<Decimal> {

    private static final long serialVersionUID = 1L;

    private final float value;

    Decimal(float value) {
      this.value = value;
    }

    @Override
    public int intValue() {
      return (int) value;
    }

    @Override
    public long longValue() {
      return (long) value;
    }

    @Override
    public float floatValue() {
      return value;
    }

    @Override
    public double doubleValue() {
      return value;
    }

    @Override
    public int compareTo(Decimal other) {
      return Float.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Decimal decimal && compareTo(decimal) == 0;
    }

    @Override
    public int hashCode() {
      return Float.hashCode(value);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.4f", value);
    }
  }
}
