package org.pieceworks.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pieceworks.api.Progress;
import org.pieceworks.storage.AtomicFiles;

/**
 * The packs of a pool: numbered safetensors files that are written once. A pack that the catalogue
 * does not know is what an interruption left, or a revocation.
 */
final class Packs {

  private static final String FOLDER = "packs";
  private static final Pattern NAME = Pattern.compile("pack-(\\d+)\\.safetensors");
  private static final int HEADERS = 256;

  private final List<Path> folders;
  private final AtomicLong bytesRead = new AtomicLong();
  private final Map<Integer, PackFile> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PackFile> eldest) {
          return size() > HEADERS;
        }
      };

  /**
   * The packs of a pool.
   *
   * @param pools directories of pools: new packs go to the first, others are looked for in order
   */
  Packs(Path... pools) {
    folders = Stream.of(pools).map(pool -> pool.resolve(FOLDER)).toList();
  }

  /** The name of a pack's file. */
  static String name(int pack) {
    return "pack-" + pack + ".safetensors";
  }

  /** Where a pack is. */
  Path file(int pack) {
    return folders.stream()
        .map(folder -> folder.resolve(name(pack)))
        .filter(Files::exists)
        .findFirst()
        .orElse(folders.get(0).resolve(name(pack)));
  }

  boolean has(int pack) {
    return Files.exists(file(pack));
  }

  /** Bytes of tensors and gates read so far. */
  long bytesRead() {
    return bytesRead.get();
  }

  /** Counts bytes that were read from a mapped file. */
  void countRead(long bytes) {
    bytesRead.addAndGet(bytes);
  }

  /** A pack to read. */
  synchronized PackFile pack(int number) {
    return open.computeIfAbsent(number, n -> new PackFile(file(n), bytesRead));
  }

  /** A number that no pack has, known or not. */
  int next() {
    return folders.stream().flatMap(f -> numbers(f).stream()).max(Integer::compare).orElse(0) + 1;
  }

  /**
   * Writes a pack.
   *
   * @param number from {@link #next}
   * @return what is in its blocks, in the order given
   */
  List<PackWriter.Written> write(int number, List<BlockSource> blocks, Progress progress) {
    progress.checkCancelled();
    writeOnly(number, blocks);
    PackFile pack = new PackFile(file(number), new AtomicLong());
    return PackWriter.read(pack, blocks.stream().map(BlockSource::slot).toList(), progress);
  }

  /** Writes a pack whose hashes are known. */
  void writeOnly(int number, List<BlockSource> blocks) {
    PackWriter.write(folders.get(0).resolve(name(number)), blocks);
  }

  /** Takes up a pack of somewhere else. */
  void copy(Path source, int number) {
    AtomicFiles.write(
        folders.get(0).resolve(name(number)),
        out -> {
          Files.copy(source, out);
        });
  }

  synchronized void delete(int number) {
    open.remove(number);
    AtomicFiles.deleteTree(file(number));
  }

  /** Deletes what the catalogue does not know. */
  void deleteAllBut(Collection<Integer> known) {
    Path folder = folders.get(0);
    numbers(folder).stream().filter(n -> !known.contains(n)).forEach(this::delete);
    files(folder).stream()
        .filter(file -> file.getFileName().toString().startsWith(AtomicFiles.UNFINISHED))
        .forEach(AtomicFiles::deleteTree);
  }

  private static List<Integer> numbers(Path folder) {
    List<Integer> numbers = new ArrayList<>();
    for (Path file : files(folder)) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        numbers.add(Integer.parseInt(name.group(1)));
      }
    }
    return numbers;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }
}
