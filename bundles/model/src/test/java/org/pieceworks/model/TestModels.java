package org.pieceworks.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.lib.djl.Djl;

/** Small models with random weights, and what tests do with them. */
public final class TestModels {

  public static final int VOCABULARY = 61;

  private TestModels() {}

  public static DecoderConfig config(int heads, int keyValueHeads, boolean tied) {
    return new DecoderConfig(
        24, 3, heads, keyValueHeads, 8, 40, VOCABULARY, 1e-5, 10_000, 128, tied, 1, 2);
  }

  public static CheckpointModels models() {
    return new CheckpointModels(new Djl());
  }

  /** A model whose weights are large enough for its answers to vary. */
  public static Decoder lively(DecoderConfig config, long seed, NDManager manager) {
    Decoder model = models().create(config, Path.of("no-tokenizer.json"), seed, manager);
    NDArray three = manager.create(3f);
    model
        .parameters()
        .forEach(
            (name, array) -> {
              if (array.getShape().dimension() == 2) {
                array.muli(three);
              }
            });
    return model;
  }

  /** {@code [members, rows, seq]} random tokens, none of them special. */
  public static NDArray tokens(int members, int rows, int seq, long seed, NDManager manager) {
    long[] ids =
        new SplittableRandom(seed).longs((long) members * rows * seq, 3, VOCABULARY).toArray();
    return manager.create(ids, new Shape(members, rows, seq));
  }

  public static List<int[]> prompts(int count, int shortest, int longest, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> prompts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = shortest + random.nextInt(longest - shortest + 1);
      prompts.add(random.ints(length, 3, VOCABULARY).toArray());
    }
    return prompts;
  }

  /** The sites that are modules. */
  public static List<SiteShape> modules(BaseModel model) {
    return model.sites().stream().filter(shape -> !shape.site().virtual()).toList();
  }

  /** A dense change per member at every site of some modules: {@code [members, in, out]}. */
  public static Adaptation dense(
      BaseModel model, int members, List<String> modules, NDManager manager) {
    Map<Site, NDArray> changes = new LinkedHashMap<>();
    model
        .sites()
        .forEach(
            shape -> {
              if (modules.contains(shape.site().module())) {
                float[] values = new float[members * shape.in() * shape.out()];
                SplittableRandom random = new SplittableRandom(shape.site().hashCode());
                for (int i = 0; i < values.length; i++) {
                  values[i] = (float) (random.nextDouble() - 0.5) * 0.2f;
                }
                changes.put(
                    shape.site(),
                    manager.create(values, new Shape(members, shape.in(), shape.out())));
              }
            });
    return (site, input, output) -> {
      NDArray change = changes.get(site);
      return change == null ? output : output.add(input.matMul(change));
    };
  }

  /** Two virtual tokens before every text and three before every layer's attention, per member. */
  public static Adaptation virtual(int members, NDManager manager) {
    return (site, input, output) -> {
      if (!site.virtual()) {
        return output;
      }
      int tokens = site.equals(Site.PROMPT) ? 2 : 3;
      int width = (int) output.getShape().get(2);
      float[] values = new float[members * tokens * width];
      SplittableRandom random = new SplittableRandom(site.hashCode());
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextDouble() - 0.5) * 2;
      }
      NDManager pass = input.getManager();
      return pass.create(values, new Shape(members, tokens, width))
          .get(":" + input.getShape().get(0));
    };
  }

  /** The folder of golden vectors, whether it is there or not. */
  public static Path golden() {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve("bundles"))) {
      root = root.getParent();
    }
    return root.resolveSibling("shared").resolve("golden/set-a");
  }
}
