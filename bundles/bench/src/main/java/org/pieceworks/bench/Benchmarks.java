package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
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
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.Names;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.option.Yaml;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginEntry;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Configured;

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
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<Benchmark> all) {
    this.engine = engine;
    this.models = models;
    this.trainer = trainer;
    this.assembler = assembler;
    this.pools = pools;
    this.plugins = plugins;
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

  /** Runs one benchmark on a device. */
  public BenchReport run(Benchmark benchmark, String device, Progress progress) {
    try (NDManager manager = engine.open(device)) {
      Bench bench =
          new Bench(
              manager,
              models,
              trainer,
              assembler,
              pools,
              Configured.peft(new Use<>(lora(), options(lora(), LORA))));
      List<Measurement> lines = benchmark.run(bench, progress);
      Map<String, String> configuration = new LinkedHashMap<>(benchmark.configuration());
      configuration.put("device", device);
      configuration.put("engine", engine.description());
      configuration.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
      return new BenchReport(benchmark.name(), configuration, lines, PeakMemory.bytes());
    }
  }

  private PeftType<?> lora() {
    return plugins.list(Family.PEFT_TYPE).stream()
        .map(PluginEntry::plugin)
        .filter(plugin -> plugin.name().equals("lora"))
        .map(plugin -> (PeftType<?>) plugin)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the PEFT type lora is not there"));
  }

  private Record options(PeftType<?> type, String yaml) {
    Config options = Yaml.parseValue(yaml, type.name());
    return new OptionBinder(plugins).bind(type.optionsType(), (Config.Mapping) options, "");
  }
}
