package org.pieceworks.api.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that Hugging Face gives to the modules of sites. */
public final class ModuleNames {

  private static final Pattern LLAMA =
      Pattern.compile("model\\.layers\\.(\\d+)\\.(?:self_attn|mlp)\\.(\\w+)");
  private static final Pattern BERT =
      Pattern.compile("(?:bert\\.)?encoder\\.layer\\.(\\d+)\\.(.+)");

  private ModuleNames() {}

  /** The module of a site: {@code model.layers.0.self_attn.q_proj} in a decoder. */
  public static String of(ModelConfig config, Site site) {
    if (config instanceof EncoderConfig encoder) {
      // With a head, the encoder is a part of a classifier that calls it bert.
      return (encoder.labels().isEmpty() ? "" : "bert.") + bert(site);
    }
    return llama(site);
  }

  /** The module of a site of a Llama-family decoder. */
  public static String llama(Site site) {
    String block =
        switch (site.module()) {
          case "gate_proj", "up_proj", "down_proj" -> "mlp";
          default -> "self_attn";
        };
    return "model.layers.%d.%s.%s".formatted(site.layer(), block, site.module());
  }

  /** The module of a site of a BERT-family encoder, without what stands before {@code encoder}. */
  public static String bert(Site site) {
    String name =
        switch (site.module()) {
          case "q_proj" -> "attention.self.query";
          case "k_proj" -> "attention.self.key";
          case "v_proj" -> "attention.self.value";
          case "o_proj" -> "attention.output.dense";
          case "up_proj" -> "intermediate.dense";
          case "down_proj" -> "output.dense";
          default -> throw new IllegalArgumentException(site + " is no site of an encoder");
        };
    return "encoder.layer.%d.%s".formatted(site.layer(), name);
  }

  /** The site of a module; empty where the name is that of none. */
  public static Optional<Site> site(String name) {
    Matcher llama = LLAMA.matcher(name);
    if (llama.matches()) {
      return Optional.of(new Site(Integer.parseInt(llama.group(1)), llama.group(2)));
    }
    Matcher bert = BERT.matcher(name);
    if (!bert.matches()) {
      return Optional.empty();
    }
    int layer = Integer.parseInt(bert.group(1));
    return Optional.ofNullable(
            switch (bert.group(2)) {
              case "attention.self.query" -> "q_proj";
              case "attention.self.key" -> "k_proj";
              case "attention.self.value" -> "v_proj";
              case "attention.output.dense" -> "o_proj";
              case "intermediate.dense" -> "up_proj";
              case "output.dense" -> "down_proj";
              default -> null;
            })
        .map(module -> new Site(layer, module));
  }
}
