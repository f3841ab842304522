package org.pieceworks.api.assembly;

/** How the best pieces of a slot are found. */
public enum PieceSearch {
  /** Every offered piece is scored. */
  EXACT,
  /**
   * A graph of near gates is walked, and only what it finds is scored: hierarchical navigable small
   * worlds (arXiv 1603.09320).
   */
  HNSW
}
