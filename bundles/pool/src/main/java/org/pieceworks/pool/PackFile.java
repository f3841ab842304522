package org.pieceworks.pool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorInfo;

/** A pack whose header was read and checked. No file stays open. */
final class PackFile {

  /** Rows are read in parts of about this size. */
  private static final int PART_BYTES = 1 << 22;

  private final Path file;
  private final Map<String, TensorInfo> tensors;
  private final long dataStart;
  private final AtomicLong bytesRead;
  private final Map<String, SlotLayout> layouts = new ConcurrentHashMap<>();

  /**
   * Reads the header.
   *
   * @param bytesRead counts what is read after it
   * @throws BadInputException if there is no such file, or its header lies
   */
  PackFile(Path file, AtomicLong bytesRead) {
    this.file = file;
    this.bytesRead = bytesRead;
    if (!Files.exists(file)) {
      throw BadInputException.of(
          file.toString(), "no such file", "a pack; import its pieces again or revoke them");
    }
    tensors = Safetensors.header(file);
    long data = tensors.values().stream().mapToLong(TensorInfo::end).max().orElse(0);
    try {
      dataStart = Files.size(file) - data;
    } catch (IOException e) {
      throw failure(e);
    }
  }

  Path file() {
    return file;
  }

  /** How a slot's pieces lie in it. */
  SlotLayout layout(String slot) {
    return layouts.computeIfAbsent(slot, s -> SlotLayout.of(s, tensors, file.toString()));
  }

  /** Something done with an open file. */
  @FunctionalInterface
  private interface Work<T> {
    T with(FileChannel channel) throws IOException;
  }

  private <T> T open(Work<T> work) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return work.with(channel);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private RuntimeException failure(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new CancelledException();
    }
    String what = e instanceof NoSuchFileException ? "is missing" : "cannot be read: " + e;
    return new BadInputException(file + ": the pool's file " + what, e);
  }

  /**
   * Reads rows of a slot's pieces.
   *
   * @param from the first row
   * @param into their place
   * @param at the first place
   */
  void read(SlotLayout layout, int from, int count, Rows into, int at) {
    open(
        channel -> {
          for (String name : layout.row().keySet()) {
            fill(channel, layout, name, from, into.part(name, at, at + count));
          }
          return null;
        });
  }

  /** Reads rows of a slot's gates. */
  void readGates(SlotLayout layout, int from, ByteBuffer into) {
    open(
        channel -> {
          fill(channel, layout, SlotLayout.GATE, from, into);
          return null;
        });
  }

  private void fill(FileChannel channel, SlotLayout layout, String name, int from, ByteBuffer into)
      throws IOException {
    long start = start(layout, name, from);
    bytesRead.addAndGet(into.remaining());
    while (into.hasRemaining()) {
      if (channel.read(into, start + into.position()) < 0) {
        throw new BadInputException(file + ": became shorter while it was read");
      }
    }
  }

  private long start(SlotLayout layout, String name, int row) {
    TensorInfo info = layout.whole().get(name);
    if (row < 0 || row >= layout.pieces()) {
      throw BadInputException.of(
          file.toString(), layout.pieces() + " pieces at " + layout.slot(), "row " + row + " too");
    }
    return dataStart + info.begin() + (long) row * layout.rowBytes(name);
  }

  /** All of a slot's gates, mapped into memory. */
  MappedByteBuffer mapGates(SlotLayout layout) {
    long bytes = (long) layout.rowBytes(SlotLayout.GATE) * layout.pieces();
    return open(
        channel ->
            channel.map(FileChannel.MapMode.READ_ONLY, start(layout, SlotLayout.GATE, 0), bytes));
  }

  /** Copies rows of one tensor. */
  void copy(SlotLayout layout, String name, int from, int count, OutputStream out)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long start = start(layout, name, from);
      long bytes = (long) count * layout.rowBytes(name);
      var to = Channels.newChannel(out);
      for (long done = 0; done < bytes; ) {
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART_BYTES, bytes - done));
        while (part.hasRemaining()) {
          if (channel.read(part, start + done + part.position()) < 0) {
            throw new BadInputException(file + ": became shorter while it was read");
          }
        }
        done += part.position();
        to.write(part.flip());
      }
    }
  }

  /** How many rows of a slot are read at once. */
  static int partRows(SlotLayout layout) {
    return (int) Math.max(1, PART_BYTES / Math.max(1, layout.bytes()));
  }
}
