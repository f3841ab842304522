package org.pieceworks.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.TextEmbedder;

/** Embeds texts of like length together, so that little of a pass is padding. */
@Component
public final class TextPasses implements TextEmbedder {

  /** Tokens of a pass, padding counted in, and numbers of its widest state: they bound memory. */
  private static final int PASS_TOKENS = 32_768;

  private static final int PASS_NUMBERS = 1 << 24;

  @Override
  public float[][] means(
      List<List<String>> groups, BaseModel model, Reading reading, Progress progress) {
    List<String> texts = groups.stream().flatMap(List::stream).toList();
    float[][] vectors = vectors(texts, model, reading, progress);
    float[][] means = new float[groups.size()][model.config().width()];
    int next = 0;
    for (int g = 0; g < means.length; g++) {
      int size = groups.get(g).size();
      for (float[] vector : Arrays.asList(vectors).subList(next, next + size)) {
        add(means[g], reading.unit() ? unit(vector) : vector);
      }
      divide(means[g], Math.max(1, size));
      next += size;
    }
    return means;
  }

  private static float[][] vectors(
      List<String> texts, BaseModel model, Reading reading, Progress progress) {
    List<int[]> tokens = new ArrayList<>();
    for (int[] text : model.tokenizer().encode(texts)) {
      tokens.add(framed(text, model, reading));
    }
    List<Integer> byLength =
        IntStream.range(0, tokens.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> tokens.get(i).length))
            .toList();
    float[][] vectors = new float[tokens.size()][];
    int widest = Math.max(model.config().width(), model.config().feedForward());
    int most = Math.min(PASS_TOKENS, PASS_NUMBERS / widest);
    int from = 0;
    while (from < byLength.size()) {
      progress.checkCancelled();
      int to = from + 1;
      while (to < byLength.size()
          && (to - from + 1) * tokens.get(byLength.get(to)).length <= most) {
        to++;
      }
      pass(byLength.subList(from, to), tokens, model, vectors);
      progress.report(to, byLength.size(), "items");
      from = to;
    }
    return vectors;
  }

  /** The begin token, as much of the text as is read and, for an encoder, the end token. */
  private static int[] framed(int[] text, BaseModel model, Reading reading) {
    int frame = model instanceof Encoder ? 2 : 1;
    int most = Math.min(reading.tokens(), model.config().maxPositions());
    int length = Math.min(text.length, Math.max(0, most - frame));
    int[] framed = new int[length + frame];
    framed[0] = model.config().beginToken();
    System.arraycopy(text, 0, framed, 1, length);
    if (frame == 2) {
      framed[length + 1] = model.config().endToken();
    }
    return framed;
  }

  private static void pass(
      List<Integer> rows, List<int[]> tokens, BaseModel model, float[][] vectors) {
    int seq = tokens.get(rows.get(rows.size() - 1)).length;
    long[] ids = new long[rows.size() * seq];
    float[] shares = new float[rows.size() * seq];
    for (int r = 0; r < rows.size(); r++) {
      int[] row = tokens.get(rows.get(r));
      for (int t = 0; t < row.length; t++) {
        ids[r * seq + t] = row[t];
        shares[r * seq + t] = 1f / row.length;
      }
    }
    int width = model.config().width();
    try (NDManager scope = model.manager().newSubManager()) {
      NDArray input = scope.create(ids, new Shape(1, rows.size(), seq));
      NDArray hidden = model.hidden(input, Adaptation.NONE).reshape(rows.size(), seq, width);
      NDArray weights = scope.create(shares, new Shape(rows.size(), 1, seq));
      float[] means = weights.matMul(hidden).toFloatArray(); // [rows, 1, width]
      for (int r = 0; r < rows.size(); r++) {
        vectors[rows.get(r)] = Arrays.copyOfRange(means, r * width, (r + 1) * width);
      }
    }
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    float[] scaled = vector.clone();
    divide(scaled, squares == 0 ? 1 : (float) Math.sqrt(squares));
    return scaled;
  }

  private static void add(float[] sum, float[] vector) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] += vector[d];
    }
  }

  private static void divide(float[] vector, float by) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= by;
    }
  }
}
