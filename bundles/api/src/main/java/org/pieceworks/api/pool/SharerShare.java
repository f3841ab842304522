package org.pieceworks.api.pool;

/**
 * What one sharer has in a pool.
 *
 * @param sharer the sharer's id; empty for all who took their pieces back
 * @param pieces how many that are not revoked
 * @param bytes of their contents
 * @param revoked how many that are
 */
public record SharerShare(String sharer, int pieces, long bytes, int revoked) {}
