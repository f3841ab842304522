package org.pieceworks.pool;

import org.pieceworks.api.pool.Piece;

/**
 * A piece and where it is.
 *
 * @param block the block's id; 0: in a file of its own, or revoked
 * @param row in the block
 */
record Entry(Piece piece, int block, int row) {}
