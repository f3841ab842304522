package org.pieceworks.pool;

/**
 * What tells a piece's content.
 *
 * @param sha256 of the safetensors file that it alone makes
 * @param bytes of that file
 */
record PieceHash(String sha256, long bytes) {}
