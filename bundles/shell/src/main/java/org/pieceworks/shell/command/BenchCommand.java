package org.pieceworks.shell.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pieceworks.bench.BenchOptions;
import org.pieceworks.bench.BenchReport;
import org.pieceworks.bench.Benchmark;
import org.pieceworks.bench.Benchmarks;
import org.pieceworks.bench.Measurement;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.Amounts;
import org.pieceworks.shell.console.StatusLine;
import org.pieceworks.shell.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed. */
@Command(
    name = "bench",
    description = {
      "Measures the speed of one part of the workbench: medians and quartiles of repetitions, what"
          + " follows from them, and the most memory held. Without a name it lists the benchmarks."
    },
    footer = {
      "",
      "Examples:",
      "  pieceworks bench train --only '40 x 6x128'",
      "  pieceworks bench compare --python ~/venv/bin/python --json",
      "  pieceworks bench soak --out memory"
    })
public final class BenchCommand implements Runnable {

  private final Context context;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which benchmark.")
  private String name;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(names = "--device", paramLabel = "DEVICE", description = "cpu or gpu:0.")
  private String device = "cpu";

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Measures only the lines with this in their first column, such as 'gates'.")
  private String only;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where a benchmark that draws a curve (soak) writes it.")
  private Path out;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description =
          "The Python with PyTorch that compare runs; without it PIECEWORKS_PYTHON, or"
              + " else python3.")
  private String python;

  /** Creates the command. */
  public BenchCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Benchmarks benchmarks = context.get(Benchmarks.class);
    if (name == null) {
      list(benchmarks.all());
      return;
    }
    Benchmark benchmark = benchmarks.named(name);
    StatusLine status = context.status();
    BenchReport report;
    try {
      report = benchmarks.run(benchmark, options(), Context.progress(status, "measuring"));
    } finally {
      status.clear();
    }
    if (json) {
      context.print(json(report));
    } else {
      show(report);
    }
  }

  private BenchOptions options() {
    return new BenchOptions(
        device, Optional.ofNullable(only), Optional.ofNullable(out), Optional.ofNullable(python));
  }

  private void list(List<Benchmark> all) {
    Table table = new Table("benchmark", "measures");
    all.forEach(one -> table.row(one.name(), one.summary()));
    context.print(table.lines());
  }

  private void show(BenchReport report) {
    report.configuration().forEach((what, value) -> context.print(what + ": " + value));
    if (!report.measurements().isEmpty()) {
      context.print("");
      table(report);
    }
    if (!report.notes().isEmpty()) {
      context.print("");
      context.print(report.notes());
    }
  }

  private void table(BenchReport report) {
    Set<String> figures = new LinkedHashSet<>();
    report.measurements().forEach(line -> figures.addAll(line.figures().keySet()));
    String[] head = new String[4 + figures.size()];
    head[0] = "what";
    head[1] = "median";
    head[2] = "quartiles";
    head[3] = "least";
    int[] numeric = IntStream.range(1, head.length).toArray();
    int next = 4;
    for (String figure : figures) {
      head[next++] = figure;
    }
    Table table = new Table(head).numbers(numeric);
    for (Measurement line : report.measurements()) {
      Object[] cells = new Object[head.length];
      cells[0] = line.what();
      cells[1] = milliseconds(line.seconds().median());
      cells[2] =
          milliseconds(line.seconds().lower()) + " to " + milliseconds(line.seconds().upper());
      cells[3] = milliseconds(line.seconds().least());
      int cell = 4;
      for (String figure : figures) {
        Double value = line.figures().get(figure);
        cells[cell++] = value == null ? "" : number(value);
      }
      table.row(cells);
    }
    context.print(table.lines());
    if (report.peakBytes() > 0) {
      context.print("most memory held: " + Amounts.bytes(report.peakBytes()));
    }
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f ms", 1e3 * seconds);
  }

  private static String number(double value) {
    return Math.abs(value) >= 100
        ? Amounts.count(Math.round(value))
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String json(BenchReport report) {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
