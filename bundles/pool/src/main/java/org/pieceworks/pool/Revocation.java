package org.pieceworks.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.storage.TensorInfo;
import org.pieceworks.storage.TensorSource;

/**
 * Takes a sharer's pieces back. The packs that hold them are written anew without them; the
 * catalogue then turns to the new packs and forgets the sharer in one transaction, and the old
 * packs are deleted. An interruption leaves packs that the catalogue does not know.
 */
record Revocation(Catalogue catalogue, Packs packs) {

  /** What stays of a block. */
  private record Kept(Block block, List<Integer> numbers, List<Integer> rows) {}

  /** A pack without the sharer's pieces, empty where nobody else had any. */
  private record Renewed(int old, int pack, List<Kept> kept, List<PackWriter.Written> blocks) {}

  /** Returns how many pieces there were. */
  int of(String sharer) {
    List<Renewed> renewed = new ArrayList<>();
    for (int pack : catalogue.packsOf(sharer)) {
      if (packs.has(pack)) {
        renewed.add(renew(pack, sharer));
      }
    }
    int[] revoked = new int[1];
    catalogue.change(
        changes -> {
          for (Renewed one : renewed) {
            if (!one.kept().isEmpty()) {
              List<Integer> ids = changes.addPack(one.pack(), one.blocks());
              for (int i = 0; i < ids.size(); i++) {
                changes.move(ids.get(i), one.kept().get(i).numbers());
              }
            }
            changes.removePack(one.old());
          }
          revoked[0] = changes.revoke(sharer);
        });
    renewed.forEach(one -> packs.delete(one.old()));
    return revoked[0];
  }

  private Renewed renew(int old, String sharer) {
    List<Kept> kept = new ArrayList<>();
    for (Block block : catalogue.blocksOf(old)) {
      Kept rest = new Kept(block, new ArrayList<>(), new ArrayList<>());
      catalogue
          .entries(block)
          .filter(entry -> !entry.piece().sharer().equals(sharer))
          .forEach(
              entry -> {
                rest.numbers().add(entry.piece().number());
                rest.rows().add(entry.row());
              });
      if (!rest.rows().isEmpty()) {
        kept.add(rest);
      }
    }
    int pack = packs.next();
    List<PackWriter.Written> blocks = new ArrayList<>();
    if (!kept.isEmpty()) {
      PackFile from = packs.pack(old);
      packs.writeOnly(pack, kept.stream().map(rest -> source(from, rest)).toList());
      for (Kept rest : kept) {
        blocks.add(
            new PackWriter.Written(
                rest.block().slot(), rest.rows().size(), List.of(), gates(from, pack, rest)));
      }
    }
    return new Renewed(old, pack, kept, blocks);
  }

  /** What was damaged stays so: it keeps a hash that it does not have. */
  private String gates(PackFile from, int pack, Kept rest) {
    String slot = rest.block().slot();
    String before = PackWriter.gates(from, from.layout(slot));
    PackFile renewed = packs.pack(pack);
    return before.equals(rest.block().gates())
        ? PackWriter.gates(renewed, renewed.layout(slot))
        : rest.block().gates();
  }

  private static BlockSource source(PackFile from, Kept rest) {
    SlotLayout layout = from.layout(rest.block().slot());
    Map<String, TensorSource> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, TensorInfo> tensor : layout.row().entrySet()) {
      String name = tensor.getKey();
      tensors.put(
          name,
          new TensorSource(
              tensor.getValue().type(),
              layout.shape(name, rest.rows().size()),
              out -> {
                List<Integer> rows = rest.rows();
                for (int i = 0; i < rows.size(); ) {
                  int to = i + 1;
                  while (to < rows.size() && rows.get(to) == rows.get(to - 1) + 1) {
                    to++;
                  }
                  from.copy(layout, name, rows.get(i), to - i, out);
                  i = to;
                }
              }));
    }
    return new BlockSource(layout.slot(), tensors);
  }
}
