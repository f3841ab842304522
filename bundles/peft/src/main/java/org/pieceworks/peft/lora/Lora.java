package org.pieceworks.peft.lora;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.Dropout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.peft.PeftType;

/** LoRA (arXiv 2106.09685): {@code y = W x + alpha / r * B A x}. */
@Component(service = PeftType.class)
public final class Lora implements PeftType<LoraOptions> {

  /** The factor that reads: {@code [members, r, in]}. */
  static final String A = "A";

  /** The factor that writes: {@code [members, out, r]}. */
  static final String B = "B";

  @Override
  public String name() {
    return "lora";
  }

  @Override
  public String summary() {
    return "Adds a product of two thin matrices to the weights of each adapted module.";
  }

  @Override
  public String source() {
    return "Hu et al., LoRA: Low-Rank Adaptation of Large Language Models, arXiv 2106.09685";
  }

  @Override
  public Class<LoraOptions> optionsType() {
    return LoraOptions.class;
  }

  @Override
  public Set<String> modules(LoraOptions options) {
    return Set.copyOf(options.modules());
  }

  @Override
  public Bank create(
      List<SiteShape> sites, int members, LoraOptions options, long seed, NDManager manager) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites) {
      if (options.modules().contains(shape.site().module())) {
        Map<String, NDArray> factors = new LinkedHashMap<>();
        factors.put(A, kaimingUniform(members, options.rank(), shape.in(), random, manager));
        factors.put(B, manager.zeros(new Shape(members, shape.out(), options.rank())));
        tensors.put(shape.site(), factors);
      }
    }
    return new Bank(tensors);
  }

  /**
   * Kaiming-uniform with a = sqrt 5 (PEFT's default): uniform within one over the root of the
   * width.
   */
  private static NDArray kaimingUniform(
      int members, int rank, int in, SplittableRandom random, NDManager manager) {
    float[] values = new float[rank * in];
    double bound = 1 / Math.sqrt(in);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    try (NDArray one = manager.create(values, new Shape(1, rank, in))) {
      return one.repeat(0, members);
    }
  }

  @Override
  public NDArray apply(
      Map<String, NDArray> tensors,
      NDArray input,
      NDArray output,
      LoraOptions options,
      boolean training) {
    boolean drops = training && options.dropout() > 0;
    NDArray seen =
        drops
            ? Dropout.dropout(input, (float) options.dropout(), true).singletonOrThrow()
            : input; // [members, positions, in]
    // The transposed views would belong to the bank's manager and pile up there over many passes.
    // The
    // scale is an array of the engine's, since autograd needs it on the way back: arithmetic with a
    // Java number lends the engine a buffer that may be gone by then.
    try (NDArray a = tensors.get(A).transpose(0, 2, 1);
        NDArray b = tensors.get(B).transpose(0, 2, 1);
        NDArray scale =
            input.getManager().full(new Shape(), (float) options.scale(), input.getDataType())) {
      NDArray narrow = seen.matMul(a); // [members, positions, r]
      NDArray scaled = options.scale() == 1 ? narrow : narrow.mul(scale);
      return output.add(scaled.matMul(b)); // [members, positions, out]
    }
  }

  @Override
  public NDArray delta(Map<String, NDArray> tensors, LoraOptions options) {
    return tensors.get(B).matMul(tensors.get(A)).muli(options.scale());
  }

  @Override
  public Map<String, NDArray> merge(
      Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    NDArray a = tensors.get(A);
    NDArray b = tensors.get(B);
    long targets = index.getShape().get(0);
    long k = index.getShape().get(1);
    long rank = a.getShape().get(1);
    long in = a.getShape().get(2);
    long out = b.getShape().get(1);
    NDArray flatIndex = index.reshape(-1);
    NDArray chosenA = a.get(flatIndex); // [targets * k, r, in]
    NDArray chosenB = b.get(flatIndex); // [targets * k, out, r]
    Map<String, NDArray> merged = new LinkedHashMap<>();
    switch (form) {
      case PRODUCT -> {
        NDArray weighted = chosenB.mul(weights.reshape(targets * k, 1, 1));
        merged.put(A, chosenA.reshape(targets, k * rank, in));
        merged.put(
            B,
            weighted
                .reshape(targets, k, out, rank)
                .transpose(0, 2, 1, 3)
                .reshape(targets, out, k * rank));
      }
      case FACTOR_AVERAGE -> {
        merged.put(A, average(chosenA, weights, targets, k).reshape(targets, rank, in));
        merged.put(B, average(chosenB, weights, targets, k).reshape(targets, out, rank));
      }
    }
    return merged;
  }

  private static NDArray average(NDArray chosen, NDArray weights, long targets, long k) {
    return chosen.reshape(targets, k, -1).mul(weights.reshape(targets, k, 1)).sum(new int[] {1});
  }

  @Override
  public void exportTo(
      Path directory,
      Bank bank,
      int member,
      LoraOptions options,
      ModelConfig config,
      String baseModel) {
    LoraFiles.write(directory, bank, member, options, config, baseModel);
  }

  @Override
  public Imported<LoraOptions> importFrom(Path directory, NDManager manager) {
    return LoraFiles.read(directory, manager);
  }
}
