package org.pieceworks.retrieval;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.selection.HistoryEncoder;

/**
 * The base model's last hidden state, averaged over the tokens of an item and over the items of a
 * history. The paper uses DeBERTa-v3-large; any encoder may take this one's place.
 */
@Component(service = HistoryEncoder.class)
public final class BaseModelEncoder implements HistoryEncoder<BaseModelOptions> {

  /** Tokens of a pass, padding counted in, and numbers of its widest state: they bound memory. */
  private static final int PASS_TOKENS = 32_768;

  private static final int PASS_NUMBERS = 1 << 24;

  @Override
  public String name() {
    return "base-model";
  }

  @Override
  public String summary() {
    return "Mean of the base model's last hidden state over the tokens of each history item.";
  }

  @Override
  public String source() {
    return "After Tan et al., Personalized Pieces, arXiv 2406.10471 (there with DeBERTa-v3-large)";
  }

  @Override
  public Class<BaseModelOptions> optionsType() {
    return BaseModelOptions.class;
  }

  @Override
  public float[][] encode(
      List<User> users, Task task, BaseModel model, BaseModelOptions options, Progress progress) {
    List<String> texts = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int u = 0; u < users.size(); u++) {
      List<Item> history = users.get(u).history();
      int skipped = options.items() > 0 ? Math.max(0, history.size() - options.items()) : 0;
      for (Item item : history.subList(skipped, history.size())) {
        texts.add(text(item, task, model));
        owners.add(u);
      }
    }
    float[][] items = encodeTexts(texts, model, progress);
    return average(items, owners, users.size(), model.config().width());
  }

  /** An encoder has never seen the instruction, which says the same of all items. */
  private static String text(Item item, Task task, BaseModel model) {
    String input = model instanceof Encoder ? item.input() : task.render(item.input());
    return input + " " + item.output();
  }

  private static float[][] encodeTexts(List<String> texts, BaseModel model, Progress progress) {
    List<int[]> tokens = new ArrayList<>();
    for (int[] text : model.tokenizer().encode(texts)) {
      tokens.add(framed(text, model));
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

  /**
   * The begin token, as much of the text as the model has positions for and, for an encoder, the
   * end token.
   */
  private static int[] framed(int[] text, BaseModel model) {
    int frame = model instanceof Encoder ? 2 : 1;
    int length = Math.min(text.length, model.config().maxPositions() - frame);
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
    try (NDManager scope = model.manager().newSubManager()) {
      NDArray input = scope.create(ids, new Shape(1, rows.size(), seq));
      NDArray hidden =
          model.hidden(input, Adaptation.NONE).reshape(rows.size(), seq, model.config().width());
      NDArray weights = scope.create(shares, new Shape(rows.size(), 1, seq));
      float[] means = weights.matMul(hidden).toFloatArray(); // [rows, 1, width]
      int width = model.config().width();
      for (int r = 0; r < rows.size(); r++) {
        vectors[rows.get(r)] = java.util.Arrays.copyOfRange(means, r * width, (r + 1) * width);
      }
    }
  }

  private static float[][] average(float[][] items, List<Integer> owners, int users, int width) {
    float[][] sums = new float[users][width];
    int[] counts = new int[users];
    for (int i = 0; i < items.length; i++) {
      int owner = owners.get(i);
      counts[owner]++;
      for (int d = 0; d < width; d++) {
        sums[owner][d] += items[i][d];
      }
    }
    for (int u = 0; u < users; u++) {
      for (int d = 0; d < width; d++) {
        sums[u][d] /= Math.max(1, counts[u]);
      }
    }
    return sums;
  }
}
