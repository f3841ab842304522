package org.pieceworks.peft.prefix;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType.Imported;
import org.pieceworks.peft.PeftFiles;
import org.pieceworks.peft.VirtualFiles;

/**
 * Prefixes in Hugging Face PEFT form: per token the keys and the values of layer 0, of layer 1, and
 * so on.
 *
 * <p>PEFT puts a prefix where a cache of earlier tokens would be: the text begins at the position
 * after it, while ours begins at 0 with a prefix or without. So its keys are turned by as many
 * positions on the way out, and back on the way in.
 */
final class PrefixFiles {

  private static final String TYPE = "PREFIX_TUNING";

  private PrefixFiles() {}

  static void write(Path directory, String peft, Bank bank, int member, ExportBase base) {
    DecoderConfig decoder = VirtualFiles.decoder(peft, base.config());
    if (bank.tensors().size() != decoder.layers()) {
      throw PeftFiles.inexpressible(
          peft, bank.tensors().size() + " layers", "all " + decoder.layers());
    }
    try (NDManager scope = bank.flat().values().iterator().next().getManager().newSubManager()) {
      NDList parts = new NDList();
      for (int layer = 0; layer < decoder.layers(); layer++) {
        Map<String, NDArray> both = bank.tensors().get(Site.prefix(layer));
        NDArray keys = PeftFiles.member(both.get(PrefixTuning.KEYS), member, scope);
        parts.add(KeyTurn.by(keys.getShape().get(0), keys, decoder));
        parts.add(PeftFiles.member(both.get(PrefixTuning.VALUES), member, scope));
      }
      NDArray all = NDArrays.concat(parts, 1); // [tokens, layers * 2 * key width]
      ObjectNode config =
          VirtualFiles.config(
              TYPE, all.getShape().get(0), decoder.keyWidth(), decoder.keyValueHeads(), base);
      config.put("encoder_hidden_size", decoder.keyWidth());
      config.put("prefix_projection", false);
      VirtualFiles.write(directory, config, all, base);
    }
  }

  static Imported<PrefixTuningOptions> read(
      Path directory, String peft, ModelConfig model, NDManager manager) {
    JsonNode config = PeftFiles.read(directory, TYPE);
    DecoderConfig decoder = VirtualFiles.decoder(peft, model);
    if (config.path("prefix_projection").asBoolean(false)) {
      throw BadInputException.of(
          PeftFiles.configFile(directory) + ": prefix_projection", "true", "false");
    }
    long width = decoder.keyWidth();
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    try (NDManager scope = manager.newSubManager()) {
      NDArray all = VirtualFiles.read(directory, config, decoder.layers() * 2 * width, scope);
      long tokens = all.getShape().get(0);
      NDList parts = all.split(2L * decoder.layers(), 1);
      for (int layer = 0; layer < decoder.layers(); layer++) {
        Map<String, NDArray> both = new LinkedHashMap<>();
        both.put(PrefixTuning.KEYS, KeyTurn.by(-tokens, parts.get(2 * layer), decoder));
        both.put(PrefixTuning.VALUES, parts.get(2 * layer + 1).duplicate());
        both.replaceAll((name, array) -> array.expandDims(0));
        both.values().forEach(array -> array.attach(manager));
        tensors.put(Site.prefix(layer), both);
      }
      return new Imported<>(new Bank(tensors), new PrefixTuningOptions((int) tokens));
    }
  }
}
