package org.pieceworks.api.pool;

/**
 * A piece's entry in the catalogue.
 *
 * @param number its number in the pool, from 0, never reused
 * @param sharer the sharer's id; empty once it is revoked
 * @param slot the slot's key
 * @param sha256 of the safetensors file that its tensors and gate alone make, lower-case hex: the
 *     same content has the same hash in every pool
 * @param bytes of that file
 * @param revoked whether its sharer took it back
 */
public record Piece(
    int number, String sharer, String slot, String sha256, long bytes, boolean revoked) {}
