package org.pieceworks.methods;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;

/**
 * PEFT retrieval, a baseline of Per-Pcs (arXiv 2406.10471): the whole adapters of the sharers whose
 * history embeddings are nearest to the target's, merged in product form.
 */
@Component(service = Method.class)
public final class PeftRetrieval implements Method<PeftRetrievalOptions> {

  /** What a target keeps per merged adapter: the sharer's number and a weight. */
  private static final int BYTES_PER_SHARER = Integer.BYTES + Float.BYTES;

  @Override
  public String name() {
    return "peft-retrieval";
  }

  @Override
  public String summary() {
    return "The whole adapters of the sharers with the most similar histories, merged.";
  }

  @Override
  public String source() {
    return "Baseline of Tan et al., Personalized Pieces, arXiv 2406.10471";
  }

  @Override
  public Class<PeftRetrievalOptions> optionsType() {
    return PeftRetrievalOptions.class;
  }

  @Override
  public Serving prepare(MethodContext context, PeftRetrievalOptions options) {
    Bank sharers = context.train(context.sharers()).bank();
    float[][] sharerVectors = context.embeddings(context.sharers());
    float[][] targetVectors = context.embeddings(context.targets());
    int k = Math.min(options.topK(), sharerVectors.length);
    long start = System.nanoTime();
    Bank merged = merge(context, sharers, nearest(targetVectors, sharerVectors, k, options));
    double merging = (System.nanoTime() - start) / 1e9 / targetVectors.length;
    double seconds = context.embeddingSeconds(context.targets()) + merging;
    return Serving.with(merged, new Cost(0, seconds, (double) k * BYTES_PER_SHARER));
  }

  /** What each target takes. */
  private record Nearest(int k, long[] index, float[] weights) {}

  private static Nearest nearest(
      float[][] targets, float[][] sharers, int k, PeftRetrievalOptions options) {
    long[] index = new long[targets.length * k];
    float[] weights = new float[targets.length * k];
    for (int t = 0; t < targets.length; t++) {
      float[] target = targets[t];
      double[] similar =
          IntStream.range(0, sharers.length).mapToDouble(s -> cosine(target, sharers[s])).toArray();
      int[] best =
          IntStream.range(0, sharers.length)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer s) -> -similar[s]))
              .limit(k)
              .mapToInt(Integer::intValue)
              .toArray();
      double sum = 0;
      for (int i = 0; i < k; i++) {
        double share = Math.exp((similar[best[i]] - similar[best[0]]) / options.temperature());
        index[t * k + i] = best[i];
        weights[t * k + i] = (float) share;
        sum += share;
      }
      for (int i = 0; i < k; i++) {
        weights[t * k + i] /= (float) sum;
      }
    }
    return new Nearest(k, index, weights);
  }

  private static Bank merge(MethodContext context, Bank sharers, Nearest nearest) {
    NDManager manager = context.manager();
    Map<Site, Map<String, NDArray>> merged = new LinkedHashMap<>();
    try (NDManager scope = manager.newSubManager()) {
      Shape shape = new Shape(nearest.index().length / nearest.k(), nearest.k());
      NDArray index = scope.create(nearest.index(), shape);
      NDArray weights = scope.create(nearest.weights(), shape);
      sharers
          .tensors()
          .forEach(
              (site, tensors) -> {
                Map<String, NDArray> one =
                    context.adapters().merge(site, tensors, index, weights, MergeForm.PRODUCT);
                one.values().forEach(array -> array.attach(manager));
                merged.put(site, one);
              });
    }
    return new Bank(merged);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
  }
}
