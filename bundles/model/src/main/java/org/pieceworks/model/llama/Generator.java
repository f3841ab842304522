package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.GenerationOptions;
import org.pieceworks.model.Products;
import org.pieceworks.model.llama.RowBatch.Row;

/**
 * Generates in batches: prompts are right-padded and read in one pass, then every row goes on from
 * its own end, one token a step, with the padding hidden.
 */
final class Generator {

  /** Bounds what a pass over prompts holds. */
  private static final int MOST_PROMPT_TOKENS = 16_384;

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final DecoderConfig config;
  private final Transformer transformer;
  private final PassTables tables;
  private final NDManager manager;

  Generator(DecoderConfig config, Transformer transformer, PassTables tables, NDManager manager) {
    this.config = config;
    this.transformer = transformer;
    this.tables = tables;
    this.manager = manager;
  }

  List<List<int[]>> generate(
      List<List<int[]>> prompts,
      Adaptation adaptation,
      GenerationOptions options,
      long seed,
      Progress progress) {
    Row[][] rows = new Row[prompts.size()][];
    for (int m = 0; m < rows.length; m++) {
      rows[m] = rows(prompts.get(m), seed + SPREAD * m);
    }
    List<List<Row>> byLength = Arrays.stream(rows).map(Generator::byLength).toList();
    int most = prompts.stream().mapToInt(List::size).max().orElse(0);
    TokenChooser chooser = new TokenChooser(options);
    for (int from = 0; from < most; ) {
      RowBatch batch = batch(byLength, from, Math.min(options.batch(), most - from));
      answer(batch, adaptation, options.maxNewTokens(), chooser, progress);
      from += batch.size() / batch.members();
      progress.report(from, most, "queries");
    }
    return Arrays.stream(rows).map(own -> Arrays.stream(own).map(Row::answer).toList()).toList();
  }

  private Row[] rows(List<int[]> prompts, long seed) {
    return IntStream.range(0, prompts.size())
        .mapToObj(
            i -> {
              int[] prompt = prompts.get(i);
              boolean empty = prompt.length == 0;
              return new Row(empty ? new int[] {config.beginToken()} : prompt, seed + i);
            })
        .toArray(Row[]::new);
  }

  /** Rows of like length side by side need little padding. */
  private static List<Row> byLength(Row[] rows) {
    return Arrays.stream(rows).sorted(Comparator.comparingInt(row -> row.prompt().length)).toList();
  }

  /** The next rows of every member, fewer where their prompts are long. */
  private RowBatch batch(List<List<Row>> byLength, int from, int wanted) {
    int each = wanted;
    while (true) {
      int to = from + each;
      Row[] rows =
          byLength.stream()
              .flatMap(
                  own ->
                      IntStream.range(from, to)
                          .mapToObj(
                              i -> i < own.size() ? own.get(i) : Row.filler(config.beginToken())))
              .toArray(Row[]::new);
      RowBatch batch = new RowBatch(byLength.size(), rows);
      long fitting = Math.max(1, MOST_PROMPT_TOKENS / ((long) batch.members() * batch.longest()));
      if (each <= fitting) {
        return batch;
      }
      each = (int) fitting;
    }
  }

  private void answer(
      RowBatch batch, Adaptation adaptation, int most, TokenChooser chooser, Progress progress) {
    try (NDManager scope = manager.newSubManager();
        KeyValueCache cache = new KeyValueCache(config.layers(), scope)) {
      int[] next;
      try (NDManager pass = scope.newSubManager()) {
        next = chooser.choose(prefill(batch, adaptation, cache, pass), batch);
      }
      for (int step = 0; batch.add(next, config.endToken()) && step + 1 < most; step++) {
        progress.checkCancelled();
        int[] kept = batch.worthKeeping();
        if (kept.length > 0) {
          batch.keep(kept);
          cache.keep(Arrays.stream(kept).asLongStream().toArray());
          int[] before = next;
          next = Arrays.stream(kept).map(i -> before[i]).toArray();
        }
        try (NDManager pass = scope.newSubManager()) {
          next = chooser.choose(step(batch, next, step, adaptation, cache, pass), batch);
        }
      }
    }
  }

  /** Reads all prompts and returns the logits after each: {@code [rows, vocabulary]}. */
  private NDArray prefill(
      RowBatch batch, Adaptation adaptation, KeyValueCache cache, NDManager pass) {
    int seq = batch.longest();
    long[] tokens = new long[batch.size() * seq];
    long[] ends = new long[batch.size()];
    for (int i = 0; i < batch.size(); i++) {
      int[] prompt = batch.row(i).prompt();
      for (int t = 0; t < prompt.length; t++) {
        tokens[i * seq + t] = prompt[t];
      }
      ends[i] = (long) i * seq + prompt.length - 1;
    }
    NDArray ids =
        pass.create(tokens, new Shape(batch.members(), (long) tokens.length / batch.members()));
    int members = batch.members();
    if (!adaptation.positionwise()) {
      NDArray all = transformer.read(ids, batch.size(), null, cache, adaptation);
      return transformer.logits(Products.rows(all, pass.create(ends)));
    }
    Wanted last = Wanted.of(ends, members, batch.size(), seq);
    // One of every row, so that each has the place of its row.
    NDArray states = transformer.read(ids, batch.size(), last, cache, adaptation);
    return transformer.logits(states.reshape(batch.size(), config.width()));
  }

  /** One more token of every row: {@code [rows, vocabulary]}. */
  private NDArray step(
      RowBatch batch,
      int[] tokens,
      int step,
      Adaptation adaptation,
      KeyValueCache cache,
      NDManager pass) {
    int count = batch.size();
    int keys = cache.length() + 1;
    int virtual = cache.length() - batch.longest() - step;
    long[] positions = new long[count];
    float[] mask = new float[count * keys];
    for (int i = 0; i < count; i++) {
      int length = batch.row(i).prompt().length;
      positions[i] = (long) cache.prompt() + length + step;
      int start = i * keys + virtual;
      Arrays.fill(mask, start + length, start + batch.longest(), PassTables.HIDDEN);
    }
    Rotary rotary = tables.rotary(keys, pass).at(pass.create(positions, new Shape(count, 1)));
    NDArray hidden = pass.create(mask, new Shape(count, 1, 1, keys));
    Queries queries = new Queries(1, rotary.queries(), hidden, null);
    Attending attending = new Attending(count, 1, rotary.keys(), queries, queries, cache, false);
    long[] ids = Arrays.stream(tokens).asLongStream().toArray();
    NDArray input = pass.create(ids, new Shape(batch.members(), count / batch.members()));
    NDArray states = transformer.step(input, attending, adaptation);
    return transformer.logits(states.reshape(count, config.width()));
  }
}
