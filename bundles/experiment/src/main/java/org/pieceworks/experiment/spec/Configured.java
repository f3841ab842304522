package org.pieceworks.experiment.spec;

import java.nio.file.Path;
import java.util.List;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.evaluation.Prediction;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.experiment.option.Use;

/** Calls plug-ins with the options that a file gave them. */
public final class Configured {

  private Configured() {}

  /** A PEFT type with its options. */
  public static ConfiguredPeft<?> peft(Use<PeftType<?>> use) {
    return peft(use.plugin(), use.options());
  }

  private static <O extends Record> ConfiguredPeft<O> peft(PeftType<O> type, Record options) {
    return new ConfiguredPeft<>(type, type.optionsType().cast(options));
  }

  /** A gating model with its options. */
  public static ConfiguredGating<?> gating(Use<GatingModel<?>> use) {
    return gating(use.plugin(), use.options());
  }

  private static <O extends Record> ConfiguredGating<O> gating(
      GatingModel<O> model, Record options) {
    return new ConfiguredGating<>(model, model.optionsType().cast(options));
  }

  /** See {@link DatasetFormat#read}. */
  public static Dataset read(Use<DatasetFormat<?>> use, Path base, long seed) {
    return read(use.plugin(), use.options(), base, seed);
  }

  private static <O extends Record> Dataset read(
      DatasetFormat<O> format, Record options, Path base, long seed) {
    return format.read(format.optionsType().cast(options), base, seed);
  }

  /** See {@link SharerSelection#select}. */
  public static List<Integer> select(Use<SharerSelection<?>> use, SelectionContext context) {
    return select(use.plugin(), use.options(), context);
  }

  private static <O extends Record> List<Integer> select(
      SharerSelection<O> selection, Record options, SelectionContext context) {
    return selection.select(context, selection.optionsType().cast(options));
  }

  /** See {@link HistoryEncoder#encode}. */
  public static float[][] encode(Use<HistoryEncoder<?>> use, EncodingContext context) {
    return encode(use.plugin(), use.options(), context);
  }

  private static <O extends Record> float[][] encode(
      HistoryEncoder<O> encoder, Record options, EncodingContext context) {
    return encoder.encode(context, encoder.optionsType().cast(options));
  }

  /** A decomposition with its options. */
  public static ConfiguredDecomposition<?> decomposition(Use<Decomposition<?>> use) {
    return decomposition(use.plugin(), use.options());
  }

  private static <O extends Record> ConfiguredDecomposition<O> decomposition(
      Decomposition<O> scheme, Record options) {
    return new ConfiguredDecomposition<>(scheme, scheme.optionsType().cast(options));
  }

  /** See {@link Method#prepare}. */
  public static Serving prepare(Use<Method<?>> use, MethodContext context) {
    return prepare(use.plugin(), use.options(), context);
  }

  private static <O extends Record> Serving prepare(
      Method<O> method, Record options, MethodContext context) {
    return method.prepare(context, method.optionsType().cast(options));
  }

  /** See {@link Metric#value}. */
  public static double value(Use<Metric<?>> use, List<Prediction> predictions, Task task) {
    return value(use.plugin(), use.options(), predictions, task);
  }

  private static <O extends Record> double value(
      Metric<O> metric, Record options, List<Prediction> predictions, Task task) {
    return metric.value(predictions, task, metric.optionsType().cast(options));
  }
}
