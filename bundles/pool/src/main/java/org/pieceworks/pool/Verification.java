package org.pieceworks.pool;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;

/** Compares all pieces with their hashes, block by block. */
record Verification(Catalogue catalogue, Packs packs, OldFiles old) {

  /** One line per damaged or missing piece. */
  List<String> run(Progress progress) {
    List<String> problems = new ArrayList<>();
    int all = catalogue.size().pieces();
    int done = 0;
    for (Block block : catalogue.blocks()) {
      progress.checkCancelled();
      problems.addAll(block(block));
      done += block.pieces();
      progress.report(done, all, "pieces");
    }
    for (Entry entry : catalogue.loose()) {
      try {
        old.read(entry.piece().sha256());
      } catch (BadInputException e) {
        problems.add("piece " + entry.piece().number() + ": " + e.getMessage());
      }
    }
    return problems;
  }

  /** One line per damaged or missing piece of a block. */
  List<String> block(Block block) {
    List<String> problems = new ArrayList<>();
    Iterator<Entry> entries = catalogue.entries(block).iterator();
    try {
      PackFile pack = packs.pack(block.pack());
      SlotLayout layout = pack.layout(block.slot());
      String file = pack.file().toString();
      List<PieceHash> found = PackWriter.hashes(pack, layout);
      boolean sound = true;
      while (entries.hasNext()) {
        Entry entry = entries.next();
        String is = entry.row() < found.size() ? found.get(entry.row()).sha256() : "of nothing";
        if (!is.equals(entry.piece().sha256())) {
          sound = false;
          problems.add(
              StoredPieces.damaged(entry.piece().number(), file, is, entry.piece().sha256())
                  .getMessage());
        }
      }
      String gates = PackWriter.gates(pack, layout);
      if (sound && !gates.equals(block.gates())) {
        problems.add(GateReader.damaged(pack.file().toString(), block, gates).getMessage());
      }
    } catch (BadInputException e) {
      entries.forEachRemaining(
          entry -> problems.add("piece " + entry.piece().number() + ": " + e.getMessage()));
    }
    return problems;
  }
}
