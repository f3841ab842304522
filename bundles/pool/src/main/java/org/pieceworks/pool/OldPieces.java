package org.pieceworks.pool;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.Piece;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorInfo;
import org.pieceworks.storage.TensorSource;

/** Brings pieces that are files of their own, as pools of version 1 have them, into packs. */
record OldPieces(OldFiles files, Packs packs) {

  /**
   * Some pieces of one slot that can be stacked.
   *
   * @param contents their files
   */
  private record Stack(List<Piece> pieces, Map<String, TensorInfo> layout, List<byte[]> contents) {

    BlockSource source() {
      int start = Safetensors.head(layout).length;
      Map<String, TensorSource> tensors = new LinkedHashMap<>();
      layout.forEach(
          (name, info) -> {
            long[] own = info.shape().getShape();
            long[] shape = new long[own.length + 1];
            shape[0] = pieces.size();
            System.arraycopy(own, 0, shape, 1, own.length);
            tensors.put(
                name,
                new TensorSource(
                    info.type(),
                    new Shape(shape),
                    out -> {
                      for (byte[] content : contents) {
                        int from = start + (int) info.begin();
                        out.write(content, from, (int) (info.end() - info.begin()));
                      }
                    }));
          });
      return new BlockSource(pieces.get(0).slot(), tensors);
    }
  }

  /** What is to be done with the pieces of a new pack, in order of the rows of its only block. */
  @FunctionalInterface
  interface Taken {
    void accept(int pack, PackWriter.Written block, List<Piece> pieces);
  }

  /**
   * Writes pieces into packs, one for each slot and form.
   *
   * @param lenient whether those that are damaged are left out
   * @throws BadInputException if one is damaged
   */
  void take(List<Piece> pieces, boolean lenient, Taken taken) {
    Map<String, List<Piece>> slots =
        pieces.stream()
            .collect(Collectors.groupingBy(Piece::slot, LinkedHashMap::new, Collectors.toList()));
    for (List<Piece> slot : slots.values()) {
      for (Stack stack : stacks(slot, lenient)) {
        int pack = packs.next();
        PackWriter.Written block =
            packs.write(pack, List.of(stack.source()), Progress.SILENT).get(0);
        taken.accept(pack, block, stack.pieces());
      }
    }
  }

  private List<Stack> stacks(List<Piece> slot, boolean lenient) {
    Map<Map<String, TensorInfo>, Stack> stacks = new LinkedHashMap<>();
    for (Piece piece : slot) {
      try {
        byte[] content = files.read(piece.sha256());
        Map<String, TensorInfo> layout =
            Safetensors.layout(Safetensors.header(files.file(piece.sha256())));
        byte[] head = Safetensors.head(layout);
        if (!Arrays.equals(
            head, 0, head.length, content, 0, Math.min(head.length, content.length))) {
          throw BadInputException.of(
              files.file(piece.sha256()).toString(),
              "another order of tensors, or remarks",
              "a piece as version 1 of the pool writes it");
        }
        Stack stack =
            stacks.computeIfAbsent(layout, l -> new Stack(new ArrayList<>(), l, new ArrayList<>()));
        stack.pieces().add(piece);
        stack.contents().add(content);
      } catch (BadInputException e) {
        if (!lenient) {
          throw e;
        }
      }
    }
    return List.copyOf(stacks.values());
  }

  /**
   * Brings all of a catalogue's old pieces into packs, those left out that are damaged: they stay
   * where they are.
   */
  void takeAll(Catalogue catalogue) {
    List<Piece> old = catalogue.loose().stream().map(Entry::piece).toList();
    take(
        old,
        true,
        (pack, block, pieces) ->
            catalogue.change(
                changes -> {
                  int id = changes.addPack(pack, List.of(block)).get(0);
                  changes.move(id, pieces.stream().map(Piece::number).toList());
                }));
  }

  /** Deletes files that no piece of a catalogue is in any more. */
  void deleteTaken(Catalogue catalogue) {
    Set<String> kept = new LinkedHashSet<>();
    catalogue.loose().forEach(entry -> kept.add(entry.piece().sha256()));
    files.deleteAllBut(kept);
  }
}
