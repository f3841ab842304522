package org.pieceworks.pool;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.Progress;
import org.pieceworks.storage.Hashes;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorSource;

/** Writes packs, and tells what is in them. */
final class PackWriter {

  private PackWriter() {}

  /**
   * A block as it was written.
   *
   * @param pieces how many
   * @param hashes per row; empty where they are known already
   * @param gates SHA-256 of all gates
   */
  record Written(String slot, int pieces, List<PieceHash> hashes, String gates) {}

  /** Writes a pack, whole or not at all. */
  static void write(Path file, List<BlockSource> blocks) {
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    for (BlockSource block : blocks) {
      block
          .tensors()
          .forEach((name, source) -> tensors.put(SlotLayout.name(block.slot(), name), source));
    }
    Safetensors.writeFrom(file, tensors);
  }

  /** What is in blocks of a pack. */
  static List<Written> read(PackFile pack, List<String> slots, Progress progress) {
    List<Written> written = new ArrayList<>();
    for (String slot : slots) {
      progress.checkCancelled();
      SlotLayout layout = pack.layout(slot);
      written.add(new Written(slot, layout.pieces(), hashes(pack, layout), gates(pack, layout)));
      progress.report(written.size(), slots.size(), "slots");
    }
    return written;
  }

  /** The hashes of all pieces of a slot. */
  static List<PieceHash> hashes(PackFile pack, SlotLayout layout) {
    List<PieceHash> hashes = new ArrayList<>();
    int step = PackFile.partRows(layout);
    for (int from = 0; from < layout.pieces(); from += step) {
      int count = Math.min(step, layout.pieces() - from);
      Rows rows = Rows.allocate(layout, count);
      pack.read(layout, from, count, rows, 0);
      for (int i = 0; i < count; i++) {
        hashes.add(new PieceHash(rows.sha256(i), layout.bytes()));
      }
    }
    return hashes;
  }

  /** The hash of all gates of a slot. */
  static String gates(PackFile pack, SlotLayout layout) {
    MessageDigest digest = Hashes.digest();
    int width = layout.rowBytes(SlotLayout.GATE);
    int step = PackFile.partRows(layout);
    for (int from = 0; from < layout.pieces(); from += step) {
      int count = Math.min(step, layout.pieces() - from);
      ByteBuffer part = ByteBuffer.allocate(count * width);
      pack.readGates(layout, from, part.slice());
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
