package org.pieceworks.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.api.pool.PieceBlock;
import org.pieceworks.api.pool.PieceContent;
import org.pieceworks.api.pool.PiecePool;
import org.pieceworks.api.pool.PoolSize;
import org.pieceworks.api.pool.SharerShare;
import org.pieceworks.api.pool.SlotPieces;

/** A pool whose catalogue is an H2 file and whose pieces are rows of safetensors files. */
final class H2PiecePool implements PiecePool {

  private final Catalogue catalogue;
  private final Packs packs;
  private final OldFiles old;
  private final PieceReader reader;
  private final boolean writable;
  private final Runnable onClose;
  private boolean changed;
  private boolean revoked;

  /**
   * A pool over its parts.
   *
   * @param directory where graphs of gates are kept
   * @param onClose done after the catalogue is closed
   */
  H2PiecePool(
      Path directory,
      Catalogue catalogue,
      Packs packs,
      OldFiles old,
      boolean writable,
      Runnable onClose) {
    this.catalogue = catalogue;
    this.packs = packs;
    this.old = old;
    this.writable = writable;
    this.onClose = onClose;
    reader = PieceReader.of(directory, catalogue, packs, old);
  }

  @Override
  public String id() {
    return catalogue.id();
  }

  @Override
  public PoolSize size() {
    return catalogue.size();
  }

  @Override
  public List<String> slots() {
    return catalogue.slots();
  }

  @Override
  public Stream<Piece> pieces() {
    return catalogue.entries().map(Entry::piece);
  }

  @Override
  public Optional<Piece> piece(int number) {
    return catalogue.entry(number).map(Entry::piece);
  }

  @Override
  public List<SharerShare> sharers() {
    return catalogue.shares();
  }

  @Override
  public int put(List<PieceBlock> blocks, Progress progress) {
    checkWritable();
    if (blocks.stream().map(PieceBlock::slot).distinct().count() < blocks.size()) {
      throw new IllegalArgumentException("the blocks of one put are of different slots");
    }
    int pack = packs.next();
    List<PackWriter.Written> written =
        packs.write(pack, blocks.stream().map(BlockSource::of).toList(), progress);
    int[] first = new int[1];
    change(
        changes -> {
          first[0] = changes.next();
          List<Integer> ids = changes.addPack(pack, written);
          int next = first[0];
          for (int b = 0; b < blocks.size(); b++) {
            List<String> sharers = blocks.get(b).sharers();
            changes.add(next, ids.get(b), written.get(b), sharers);
            next += sharers.size();
          }
        });
    return first[0];
  }

  private void checkWritable() {
    if (!writable) {
      throw new IllegalStateException("this pool was opened to be read");
    }
  }

  private void change(Consumer<Changes> work) {
    changed = true;
    catalogue.change(work);
  }

  @Override
  public SlotPieces offer(String slot, double ratio, long seed) {
    Places all = catalogue.places(slot);
    if (all.size() == 0) {
      throw BadInputException.of("pool", "no piece of slot " + slot, "at least one");
    }
    return new StoredPieces(slot, Offer.of(slot, all, ratio, seed), reader);
  }

  @Override
  public PieceContent read(Piece piece, NDManager manager) {
    Entry entry = catalogue.entry(piece.number()).orElseThrow();
    if (entry.piece().revoked()) {
      throw BadInputException.of("piece " + piece.number(), "revoked", "a piece that is shared");
    }
    Places place =
        new Places(
            new int[] {piece.number()},
            new String[] {entry.piece().sharer()},
            new int[] {entry.block()},
            new int[] {entry.row()});
    Map<String, NDArray> tensors =
        new StoredPieces(entry.piece().slot(), place, reader).rows(place).arrays(manager);
    tensors.replaceAll((name, one) -> one.squeeze(0));
    NDArray gate = tensors.remove(SlotLayout.GATE);
    return new PieceContent(entry.piece().sharer(), entry.piece().slot(), tensors, gate);
  }

  @Override
  public long bytesRead() {
    return packs.bytesRead();
  }

  @Override
  public List<String> verify(Progress progress) {
    return new Verification(catalogue, packs, old).run(progress);
  }

  @Override
  public int revoke(String sharer) {
    checkWritable();
    reader.forget();
    changed = true;
    revoked = true;
    int pieces = new Revocation(catalogue, packs).of(sharer);
    new OldPieces(old, packs).deleteTaken(catalogue);
    deleteGraphs();
    return pieces;
  }

  @Override
  public void exportTo(Path directory) {
    Export.write(directory, catalogue, new Verification(catalogue, packs, old), packs, old);
  }

  @Override
  public int importFrom(Path directory, Progress progress) {
    checkWritable();
    changed = true;
    return new Import(catalogue, packs).from(directory, progress);
  }

  @Override
  public void close() {
    reader.forget();
    try {
      if (changed) {
        catalogue.keepId();
      }
      if (revoked) {
        // Rewrites the file, so that nothing of a sharer who left stays in it.
        catalogue.compact();
      }
      catalogue.close();
    } finally {
      onClose.run();
    }
  }

  /** Deletes what an interruption left behind, and takes up what an older version wrote. */
  void tidy() {
    packs.deleteAllBut(new HashSet<>(catalogue.packs()));
    OldPieces pieces = new OldPieces(old, packs);
    pieces.takeAll(catalogue);
    pieces.deleteTaken(catalogue);
    deleteGraphs();
  }

  private void deleteGraphs() {
    reader
        .search()
        .deleteAllBut(catalogue.blocks().stream().map(Block::gates).collect(Collectors.toSet()));
  }
}
