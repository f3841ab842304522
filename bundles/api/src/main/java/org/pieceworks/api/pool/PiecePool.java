package org.pieceworks.api.pool;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;

/**
 * An open pool of pieces. It may hold far more than fits into memory: entries come slot by slot or
 * as a stream, tensors when they are asked for.
 */
@ProviderType
public interface PiecePool extends AutoCloseable {

  /**
   * Its identity: SHA-256 over the entries, lower-case hex; changes with every piece put or
   * revoked.
   */
  String id();

  /** How much it holds. */
  PoolSize size();

  /** The keys of the slots that have or had pieces, in the order in which they came. */
  List<String> slots();

  /** All entries, by number, read while the stream is. */
  Stream<Piece> pieces();

  /** The entry of a number; empty: there never was one. */
  Optional<Piece> piece(int number);

  /** The sharers with what they share, by id. */
  List<SharerShare> sharers();

  /**
   * Puts pieces, all or none. They are numbered one after another, block by block. Every piece has
   * bytes of its own, whatever else is the same: so the gates of a block lie side by side, and
   * taking a piece back concerns no other.
   *
   * @param blocks of different slots
   * @return the number of the first
   */
  int put(List<PieceBlock> blocks, Progress progress);

  /**
   * The pieces of a slot that are offered: a random subset of {@code max(1, floor(n * ratio))} of
   * its n pieces that are not revoked. The same seed gives the same subset, and a smaller ratio a
   * subset of a larger one's.
   *
   * @param ratio in (0, 1]
   */
  SlotPieces offer(String slot, double ratio, long seed);

  /**
   * Reads one piece, verified against its hash.
   *
   * @throws org.pieceworks.api.BadInputException if it is revoked, or a file missing or damaged
   */
  PieceContent read(Piece piece, NDManager manager);

  /** Bytes of tensors and gates that were read from files since it was opened. */
  long bytesRead();

  /**
   * Verifies every piece against its hash.
   *
   * @return one line per damaged or missing piece, empty when the pool is sound
   */
  List<String> verify(Progress progress);

  /** Takes back all pieces of a sharer and deletes their bytes; returns how many. */
  int revoke(String sharer);

  /** Writes the pool as a directory of its own that {@link #importFrom} reads. */
  void exportTo(Path directory);

  /** Adds the pieces of an exported pool, all or none; returns how many. */
  int importFrom(Path directory, Progress progress);

  @Override
  void close();
}
