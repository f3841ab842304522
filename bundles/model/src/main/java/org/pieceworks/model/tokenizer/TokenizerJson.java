package org.pieceworks.model.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.storage.AtomicFiles;

/** Trains a byte-level BPE tokenizer and writes it as a {@code tokenizer.json} of Hugging Face. */
public final class TokenizerJson {

  private static final String PADDING = "<pad>";
  private static final List<String> SPECIAL = List.of(PADDING, "<s>", "</s>");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TokenizerJson() {}

  /**
   * Trains on texts and writes the file.
   *
   * @param vocabulary most ids
   * @throws BadInputException if the vocabulary has no room for the special tokens and the bytes
   */
  public static void train(List<String> texts, int vocabulary, Path file) {
    int least = SPECIAL.size() + ByteAlphabet.SIZE;
    if (vocabulary < least) {
      throw BadInputException.of(
          "vocabulary",
          String.valueOf(vocabulary),
          "at least %d: %d special tokens and %d bytes"
              .formatted(least, SPECIAL.size(), ByteAlphabet.SIZE));
    }
    BytePairTrainer.Learnt learnt = BytePairTrainer.learn(texts, vocabulary - SPECIAL.size());
    AtomicFiles.write(file, bytes(learnt.tokens(), learnt.merges()));
  }

  /** How many ids a file knows. */
  static int size(Path file) {
    return 1 + ids(file).values().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /** The id of a token; empty where a file does not know it. */
  static Optional<Integer> id(Path file, String token) {
    return Optional.ofNullable(ids(file).get(token));
  }

  /** A {@code tokenizer_config.json} that names the special tokens of a file. */
  static byte[] settings(Path file, ModelConfig config) {
    Map<String, Integer> ids = ids(file);
    boolean encoder = config instanceof EncoderConfig;
    ObjectNode root = JSON.createObjectNode();
    root.put("tokenizer_class", "PreTrainedTokenizerFast");
    root.put("model_max_length", config.maxPositions());
    root.put("clean_up_tokenization_spaces", false);
    ids.forEach(
        (token, id) -> {
          if (id == config.beginToken()) {
            root.put(encoder ? "cls_token" : "bos_token", token);
          }
          if (id == config.endToken()) {
            root.put(encoder ? "sep_token" : "eos_token", token);
          }
        });
    for (String padding : List.of(PADDING, "[PAD]")) {
      if (ids.containsKey(padding)) {
        root.put("pad_token", padding);
      }
    }
    return json(root);
  }

  private static Map<String, Integer> ids(Path file) {
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      Map<String, Integer> ids = new TreeMap<>();
      root.path("model")
          .path("vocab")
          .properties()
          .forEach(entry -> ids.put(entry.getKey(), entry.getValue().asInt(-1)));
      for (JsonNode added : root.path("added_tokens")) {
        ids.put(added.path("content").asText(), added.path("id").asInt(-1));
      }
      return ids;
    } catch (JsonProcessingException e) {
      throw new BadInputException(file + ": not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(List<String> tokens, List<int[]> merges) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    ArrayNode added = root.putArray("added_tokens");
    for (int id = 0; id < SPECIAL.size(); id++) {
      added
          .addObject()
          .put("id", id)
          .put("content", SPECIAL.get(id))
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", true);
    }
    root.putNull("normalizer");
    byteLevel(root.putObject("pre_tokenizer"));
    root.putNull("post_processor");
    byteLevel(root.putObject("decoder"));
    ObjectNode model = root.putObject("model");
    model.put("type", "BPE");
    model.putNull("dropout");
    model.putNull("unk_token");
    model.putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix");
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    ObjectNode vocabulary = model.putObject("vocab");
    int id = 0;
    for (String token : SPECIAL) {
      vocabulary.put(token, id++);
    }
    for (String token : tokens) {
      vocabulary.put(token, id++);
    }
    ArrayNode list = model.putArray("merges");
    merges.forEach(merge -> list.add(tokens.get(merge[0]) + " " + tokens.get(merge[1])));
    return json(root);
  }

  private static byte[] json(ObjectNode root) {
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void byteLevel(ObjectNode node) {
    node.put("type", "ByteLevel");
    node.put("add_prefix_space", false);
    node.put("trim_offsets", true);
    node.put("use_regex", true);
  }
}
