package org.pieceworks.ui.internal.view.pool;

import java.util.Locale;

/** The columns of the table of pieces. */
enum PieceColumn {
  NUMBER(60),
  SHARER(110),
  LAYER(50),
  MODULE(120),
  BYTES(70),
  HASH(120),
  NORM(80);

  private static final int HASH_BITS = PieceColumns.BRIEF * 4;

  private final int width;

  PieceColumn(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Class<?> type() {
    return switch (this) {
      case SHARER, MODULE, HASH -> String.class;
      default -> Number.class;
    };
  }

  /** What a cell shows; null: nothing. */
  Object value(PieceColumns pieces, int piece) {
    return switch (this) {
      case NUMBER -> piece;
      case SHARER -> pieces.sharer(piece);
      case LAYER -> pieces.slot(piece).layer() < 0 ? null : pieces.slot(piece).layer();
      case MODULE -> pieces.slot(piece).module();
      case BYTES -> pieces.bytes(piece);
      case HASH -> pieces.brief(piece);
      case NORM ->
          Float.isNaN(pieces.norm(piece))
              ? null
              : (Object) String.format(Locale.ROOT, "%.4f", pieces.norm(piece));
    };
  }

  /** What a piece is sorted by. */
  int rank(PieceColumns pieces, int piece) {
    return switch (this) {
      case NUMBER -> piece;
      case SHARER -> pieces.sharerAt(piece);
      case LAYER -> pieces.slot(piece).layer();
      case MODULE -> pieces.moduleRank(piece);
      case BYTES -> (int) Math.min(Integer.MAX_VALUE, pieces.bytes(piece));
      case HASH -> (int) (pieces.hash(piece) >>> (HASH_BITS - Integer.SIZE + 1));
      case NORM -> Float.isNaN(pieces.norm(piece)) ? -1 : Float.floatToIntBits(pieces.norm(piece));
    };
  }
}
