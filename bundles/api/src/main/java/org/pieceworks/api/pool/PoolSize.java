package org.pieceworks.api.pool;

/**
 * How much a pool holds.
 *
 * @param pieces that are not revoked
 * @param bytes of their contents
 * @param revoked pieces that were taken back
 */
public record PoolSize(int pieces, long bytes, int revoked) {

  /** Entries ever made: numbers run from 0 to one less. */
  public int entries() {
    return pieces + revoked;
  }
}
