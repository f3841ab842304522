package org.pieceworks.pool;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.pool.Piece;

/** Takes up the pieces of an exported pool, all or none. */
record Import(Catalogue catalogue, Packs packs) {

  private static final String OLD_FORM = "pieceworks-pool-1";

  /** A pack as it is noted. */
  private record Taken(int pack, List<PackWriter.Written> blocks, List<List<String>> sharers) {}

  /** Returns how many there were. */
  int from(Path directory, Progress progress) {
    JsonList list = JsonList.read(directory.resolve(Export.LIST), "an exported pool");
    String form = list.root().path("form").asText();
    if (!form.equals(Export.FORM) && !form.equals(OLD_FORM)) {
      throw BadInputException.of(
          list.file() + ": form", list.root().path("form").toString(), Export.FORM);
    }
    List<Taken> taken = new ArrayList<>();
    boolean noted = false;
    try {
      if (form.equals(OLD_FORM)) {
        old(directory, list, taken);
      } else {
        newer(directory, list, taken, progress);
      }
      note(taken);
      noted = true;
    } finally {
      if (!noted) {
        taken.forEach(one -> packs.delete(one.pack()));
      }
    }
    return taken.stream().flatMap(one -> one.sharers().stream()).mapToInt(List::size).sum();
  }

  private void note(List<Taken> taken) {
    catalogue.change(
        changes -> {
          int next = changes.next();
          for (Taken one : taken) {
            List<Integer> ids = changes.addPack(one.pack(), one.blocks());
            for (int b = 0; b < ids.size(); b++) {
              changes.add(next, ids.get(b), one.blocks().get(b), one.sharers().get(b));
              next += one.sharers().get(b).size();
            }
          }
        });
  }

  private void newer(Path directory, JsonList list, List<Taken> taken, Progress progress) {
    JsonNode names = list.root().path("packs");
    for (int i = 0; i < names.size(); i++) {
      progress.checkCancelled();
      String name = names.get(i).asText();
      if (!name.matches("pack-\\d+\\.safetensors")) {
        throw BadInputException.of(list.file() + ": packs[" + i + "]", name, "a pack's name");
      }
      JsonList blocks = JsonList.read(directory.resolve(Export.list(name)), "the list of a pack");
      int number = packs.next();
      Path file = directory.resolve(name);
      Taken one = new Taken(number, new ArrayList<>(), new ArrayList<>());
      if (!Files.exists(file)) {
        throw BadInputException.of(file.toString(), "no such file", "the pack that the list names");
      }
      packs.copy(file, number);
      taken.add(one);
      for (int b = 0; b < blocks.root().size(); b++) {
        check(one, blocks, b, file);
      }
      progress.report(i + 1, names.size(), "packs");
    }
  }

  private void check(Taken one, JsonList list, int index, Path file) {
    JsonNode node = list.root().get(index);
    String where = list.file() + "[" + index + "]";
    String slot = JsonList.text(node, "slot", where);
    List<String> hashes = JsonList.texts(node, "sha256", where);
    List<String> sharers = JsonList.texts(node, "sharers", where);
    PackWriter.Written block =
        PackWriter.read(packs.pack(one.pack()), List.of(slot), Progress.SILENT).get(0);
    if (hashes.size() != block.pieces() || sharers.size() != block.pieces()) {
      throw BadInputException.of(
          where,
          sharers.size() + " sharers and " + hashes.size() + " hashes",
          block.pieces() + " as the pack has pieces");
    }
    for (int i = 0; i < hashes.size(); i++) {
      String found = block.hashes().get(i).sha256();
      if (!found.equals(hashes.get(i))) {
        throw BadInputException.of(
            file + ": " + slot + ", piece " + i,
            "SHA-256 " + found,
            hashes.get(i) + ": the file is damaged; export the pool again");
      }
    }
    one.blocks().add(block);
    one.sharers().add(sharers);
  }

  private void old(Path directory, JsonList list, List<Taken> taken) {
    List<Piece> pieces = new ArrayList<>();
    for (JsonNode node : list.root().path("pieces")) {
      String where = list.file() + ": pieces[" + pieces.size() + "]";
      String sha256 = JsonList.text(node, "sha256", where);
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw BadInputException.of(where + ".sha256", sha256, "64 hexadecimal digits");
      }
      String sharer = JsonList.text(node, "sharer", where);
      String slot = JsonList.text(node, "slot", where);
      pieces.add(new Piece(pieces.size(), sharer, slot, sha256, 0, false));
    }
    new OldPieces(new OldFiles(directory), packs)
        .take(
            pieces,
            false,
            (pack, block, own) ->
                taken.add(
                    new Taken(
                        pack, List.of(block), List.of(own.stream().map(Piece::sharer).toList()))));
  }
}
