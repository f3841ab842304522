package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.experiment.option.Names;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.spec.ExperimentFiles;

/** All benchmarks, and the services that they measure. */
@Component(service = Benchmarks.class)
public final class Benchmarks {

  private static final String LORA = "{rank: 8, alpha: 8, dropout: 0}";

  private final ExecutionEngine engine;
  private final BaseModels models;
  private final BankTrainer trainer;
  private final Assembler assembler;
  private final PiecePools pools;
  private final Plugins plugins;
  private final ExperimentRunner experiments;
  private final ExperimentFiles files;
  private final List<Benchmark> all;

  /** Takes what is measured. */
  @Activate
  public Benchmarks(
      @Reference ExecutionEngine engine,
      @Reference BaseModels models,
      @Reference BankTrainer trainer,
      @Reference Assembler assembler,
      @Reference PiecePools pools,
      @Reference Plugins plugins,
      @Reference ExperimentRunner experiments,
      @Reference ExperimentFiles files,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<Benchmark> all) {
    this.engine = engine;
    this.models = models;
    this.trainer = trainer;
    this.assembler = assembler;
    this.pools = pools;
    this.plugins = plugins;
    this.experiments = experiments;
    this.files = files;
    this.all = all.stream().sorted(Comparator.comparing(Benchmark::name)).toList();
  }

  /** By name. */
  public List<Benchmark> all() {
    return all;
  }

  /**
   * The benchmark of a name.
   *
   * @throws BadInputException with the nearest name
   */
  public Benchmark named(String name) {
    List<String> names = all.stream().map(Benchmark::name).toList();
    return all.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> BadInputException.of("bench", name, Names.oneOf(name, names)));
  }

  /**
   * Runs one benchmark.
   *
   * @throws BadInputException if nothing of it has what the options ask for in its name
   */
  public BenchReport run(Benchmark benchmark, BenchOptions options, Progress progress) {
    try (NDManager manager = engine.open(options.device())) {
      Plugged plugged = new Plugged(plugins);
      Parts parts = new Parts(options.only());
      List<String> notes = new ArrayList<>();
      Bench bench =
          new Bench(
              manager,
              models,
              trainer,
              assembler,
              pools,
              plugged.peft("lora", LORA),
              plugged,
              experiments,
              files,
              options,
              parts,
              notes);
      List<Measurement> lines = benchmark.run(bench, progress);
      parts.check();
      Map<String, String> configuration = new LinkedHashMap<>(benchmark.configuration());
      configuration.put("device", options.device());
      configuration.put("engine", engine.description());
      configuration.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
      return new BenchReport(benchmark.name(), configuration, lines, notes, peak(lines));
    }
  }

  /** Of the whole run, whichever parts began to look anew. */
  private static long peak(List<Measurement> lines) {
    double ofParts =
        lines.stream()
            .mapToDouble(line -> line.figures().getOrDefault(Measurement.MEMORY, 0.0))
            .max()
            .orElse(0);
    return Math.max(ProcessMemory.peakBytes(), Math.round(ofParts * Measurement.MEGABYTE));
  }
}
