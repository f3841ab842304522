package org.pieceworks.shell.command;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.Precision;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.Amounts;
import org.pieceworks.shell.console.Table;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.storage.TensorInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows a checkpoint, which is read and checked as a whole. */
@Command(
    name = "inspect",
    description = "Reads a Hugging Face checkpoint directory, checks it and shows its shape.",
    footer = {"", "Example:", "  pieceworks model inspect ../shared/golden/set-a --tensors"})
final class ModelInspect implements Runnable {

  @ParentCommand private ModelCommand model;

  @Parameters(paramLabel = "DIR", description = "Directory with config.json and the weights.")
  private Path directory;

  @Option(
      names = "--tensors",
      showDefaultValue = Help.Visibility.NEVER,
      description = "List every tensor.")
  private boolean tensors;

  @Override
  public void run() {
    if (!Files.isDirectory(directory)) {
      throw BadInputException.of("DIR", directory + ", no directory", "a checkpoint directory");
    }
    Context context = model.context();
    Map<String, TensorInfo> stored = stored();
    try (NDManager manager = context.get(ExecutionEngine.class).open("cpu");
        BaseModel open =
            context.get(BaseModels.class).load(directory, precision(stored), manager)) {
      context.print(overview(open, stored).lines());
      if (tensors) {
        Table table = new Table("tensor", "shape", "type");
        stored.forEach((name, info) -> table.row(name, info.shape(), info.type()));
        context.print("");
        context.print(table.lines());
      }
    }
  }

  /** All tensors of all files of the directory. */
  private Map<String, TensorInfo> stored() {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> weights =
          files.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
      // A directory of golden vectors holds more than the checkpoint.
      Path whole = directory.resolve("model.safetensors");
      Map<String, TensorInfo> stored = new TreeMap<>();
      (weights.contains(whole) ? List.of(whole) : weights)
          .forEach(file -> stored.putAll(Safetensors.header(file)));
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }

  /** Loading in the file's own precision takes no more memory than the file. */
  private static Precision precision(Map<String, TensorInfo> stored) {
    return stored.values().stream()
        .findFirst()
        .map(
            info ->
                switch (info.type()) {
                  case FLOAT16 -> Precision.FLOAT16;
                  case BFLOAT16 -> Precision.BFLOAT16;
                  default -> Precision.FLOAT32;
                })
        .orElse(Precision.FLOAT32);
  }

  private Table overview(BaseModel open, Map<String, TensorInfo> stored) {
    ModelConfig config = open.config();
    long parameters = open.parameters().values().stream().mapToLong(NDArray::size).sum();
    long bytes = stored.values().stream().mapToLong(info -> info.end() - info.begin()).sum();
    String types =
        stored.values().stream()
            .collect(Collectors.groupingBy(TensorInfo::type, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getKey() + " x " + e.getValue())
            .collect(Collectors.joining(", "));
    Table table = new Table();
    table.row("kind", config instanceof DecoderConfig ? "decoder" : "encoder");
    table.row("parameters", Amounts.count(parameters));
    table.row("tensors", stored.size() + " (" + types + "), " + Amounts.bytes(bytes));
    table.row("layers", config.layers());
    table.row("width", config.width());
    table.row("attention", attention(config));
    table.row("feed-forward", config.feedForward());
    table.row("vocabulary", Amounts.count(config.vocabulary()));
    table.row("positions", Amounts.count(config.maxPositions()));
    table.row("norm epsilon", config.normEpsilon());
    if (config instanceof DecoderConfig decoder) {
      table.row("rope theta", decoder.ropeTheta());
      table.row("head", decoder.tiedHead() ? "tied to the embedding" : "of its own");
    } else if (config instanceof EncoderConfig encoder) {
      table.row("pooling", encoder.pooling().name().toLowerCase(Locale.ROOT));
      table.row(
          "labels", encoder.labels().isEmpty() ? "none" : String.join(", ", encoder.labels()));
    }
    table.row("begin, end token", config.beginToken() + ", " + config.endToken());
    table.row("tokenizer", tokenizer(open));
    table.row("sha256", open.hash());
    return table;
  }

  private static String attention(ModelConfig config) {
    int headWidth =
        config instanceof DecoderConfig decoder
            ? decoder.headWidth()
            : config.width() / config.heads();
    int shared = config.keyWidth() / headWidth;
    String heads = config.heads() + " heads";
    return heads
        + (shared == config.heads() ? "" : ", " + shared + " for keys and values")
        + " of width "
        + headWidth;
  }

  private String tokenizer(BaseModel open) {
    return Files.exists(directory.resolve("tokenizer.json"))
        ? Amounts.count(open.tokenizer().size()) + " ids"
        : "none: the directory has no tokenizer.json";
  }
}
