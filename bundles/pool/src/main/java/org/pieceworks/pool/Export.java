package org.pieceworks.pool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.storage.AtomicFiles;

/**
 * Writes a pool as a directory that travels: {@code pieces.json} names the packs; beside each pack
 * a list of the same name tells who shared its pieces, and their hashes.
 */
final class Export {

  static final String LIST = "pieces.json";
  static final String FORM = "pieceworks-pool-2";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Export() {}

  /**
   * Writes it.
   *
   * @throws BadInputException if a piece is damaged
   */
  static void write(
      Path directory, Catalogue catalogue, Verification verification, Packs packs, OldFiles old) {
    for (Entry damaged : catalogue.loose()) {
      old.read(damaged.piece().sha256());
    }
    AtomicFiles.directory(
        directory,
        fresh -> {
          ObjectNode root = JSON.createObjectNode().put("form", FORM);
          ArrayNode names = root.putArray("packs");
          for (int pack : catalogue.packs()) {
            List<Block> blocks = catalogue.blocksOf(pack);
            for (Block block : blocks) {
              List<String> problems = verification.block(block);
              if (!problems.isEmpty()) {
                throw new BadInputException(problems.get(0));
              }
            }
            Files.copy(packs.file(pack), fresh.resolve(Packs.name(pack)));
            Files.write(fresh.resolve(list(Packs.name(pack))), list(blocks, catalogue));
            names.add(Packs.name(pack));
          }
          Files.write(fresh.resolve(LIST), JSON.writeValueAsBytes(root));
        });
  }

  /** The name of the list that belongs to a pack. */
  static String list(String pack) {
    return pack.replace(".safetensors", ".json");
  }

  private static byte[] list(List<Block> blocks, Catalogue catalogue) {
    ArrayNode all = JSON.createArrayNode();
    for (Block block : blocks) {
      ObjectNode node = all.addObject();
      node.put("slot", block.slot()).put("gates", block.gates());
      ArrayNode sharers = node.putArray("sharers");
      ArrayNode hashes = node.putArray("sha256");
      catalogue
          .entries(block)
          .map(Entry::piece)
          .forEach(
              piece -> {
                sharers.add(piece.sharer());
                hashes.add(piece.sha256());
              });
    }
    try {
      return JSON.writeValueAsBytes(all);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
