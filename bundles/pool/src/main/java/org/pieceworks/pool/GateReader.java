package org.pieceworks.pool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pieceworks.api.BadInputException;
import org.pieceworks.storage.Hashes;
import org.pieceworks.storage.Safetensors;

/**
 * Reads gates. Those that lie side by side are not copied: their tensor lies over the mapped file.
 * Every block's gates are verified once, when they are first asked for.
 */
final class GateReader implements AutoCloseable {

  private final Packs packs;
  private final Map<Integer, MappedByteBuffer> mapped = new HashMap<>();
  private final Set<Integer> verified = new HashSet<>();
  private final List<WeakReference<NDArray>> lent = new ArrayList<>();

  GateReader(Packs packs) {
    this.packs = packs;
  }

  /**
   * Gates of one block that lie side by side.
   *
   * @param manager closes what is returned, and gives the device
   * @return {@code [count, width]}
   */
  synchronized NDArray sideBySide(Block block, int from, int count, NDManager manager) {
    SlotLayout layout = layout(block);
    int width = layout.rowBytes(SlotLayout.GATE);
    ByteBuffer own = whole(block).slice(from * width, count * width).order(ByteOrder.nativeOrder());
    DataType type = layout.row().get(SlotLayout.GATE).type();
    Shape shape = layout.shape(SlotLayout.GATE, count);
    if (type == DataType.BFLOAT16) {
      return Safetensors.tensor(own, type, shape, manager);
    }
    NDArray gates = manager.create(own, shape, type);
    lent.removeIf(one -> one.get() == null);
    lent.add(new WeakReference<>(gates));
    return gates;
  }

  /** All gates of a block, over the mapped file; not after this is closed. */
  synchronized ByteBuffer whole(Block block) {
    MappedByteBuffer all =
        mapped.computeIfAbsent(block.id(), id -> packs.pack(block.pack()).mapGates(layout(block)));
    if (verified.add(block.id())) {
      verify(block, all);
    }
    return all.duplicate().order(ByteOrder.nativeOrder());
  }

  /**
   * Reads gates of one block that lie side by side into a buffer.
   *
   * @param like the layout that they must have
   */
  synchronized void read(Block block, SlotLayout like, int from, ByteBuffer into) {
    SlotLayout layout = layout(block);
    if (!layout.like(like)) {
      throw unlike(block.slot());
    }
    PackFile pack = packs.pack(block.pack());
    if (verified.add(block.id())) {
      check(block, PackWriter.gates(pack, layout));
    }
    pack.readGates(layout, from, into);
  }

  SlotLayout layout(Block block) {
    return packs.pack(block.pack()).layout(block.slot());
  }

  static BadInputException unlike(String slot) {
    return BadInputException.of(
        "pool: slot " + slot,
        "pieces whose tensors differ in name, shape or type",
        "pieces of one PEFT type and one base model");
  }

  private void verify(Block block, ByteBuffer gates) {
    packs.countRead(gates.remaining());
    var digest = Hashes.digest();
    digest.update(gates.duplicate());
    check(block, HexFormat.of().formatHex(digest.digest()));
  }

  private void check(Block block, String found) {
    if (!found.equals(block.gates())) {
      verified.remove(block.id());
      throw damaged(packs.file(block.pack()).toString(), block, found);
    }
  }

  static BadInputException damaged(String file, Block block, String found) {
    return BadInputException.of(
        file + ": gates of " + block.slot(),
        "SHA-256 " + found,
        block.gates() + ": the file is damaged; import its pieces again or revoke them");
  }

  /** Closes all gates that were lent, then the files that they lie over. */
  @Override
  public synchronized void close() {
    lent.stream().map(WeakReference::get).filter(Objects::nonNull).forEach(NDArray::close);
    lent.clear();
    mapped.values().forEach(Mapping::close);
    mapped.clear();
    verified.clear();
  }
}
