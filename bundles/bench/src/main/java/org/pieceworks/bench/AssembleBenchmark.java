package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.experiment.plugin.Plugins;

/** Assembly from pools of 20 to 1,000 sharers, in parts; see {@link TimedAssembly}. */
@Component(service = Benchmark.class)
public final class AssembleBenchmark implements Benchmark {

  private static final int[] SHARERS = {20, 100, 1000};
  private static final int TARGETS = 4;
  private static final int ITEMS = 40;
  private static final int TOKENS = 64;

  private final PoolWorkload workload;

  /** Takes the plug-ins. */
  @Activate
  public AssembleBenchmark(@Reference Plugins plugins) {
    workload = new PoolWorkload(plugins);
  }

  @Override
  public String name() {
    return "assemble";
  }

  @Override
  public String summary() {
    return "Assembly for a target user from 20, 100 and 1,000 sharers: the pass over the history,"
        + " scoring, choosing and merging, the pool.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>(Workload.configuration());
    configuration.put("LoRA", "rank 8 on q_proj, k_proj, v_proj, o_proj");
    configuration.put("history", ITEMS + " items of " + TOKENS + " tokens");
    configuration.put("targets at once", String.valueOf(TARGETS));
    configuration.put("gates", "prototype, top-k 3");
    configuration.put("times and bytes", "a target user");
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = Workload.model(bench.models(), scope)) {
      Adapters adapters = bench.lora().on(model);
      List<Slot> slots = workload.slots(bench.lora(), model);
      TimedAssembly assembly =
          new TimedAssembly(
              bench,
              model,
              adapters,
              slots,
              workload.gating(),
              Workload.histories(TARGETS, ITEMS, TOKENS, 5),
              1);
      for (int sharers : SHARERS) {
        progress.report(lines.size(), SHARERS.length, "measurements");
        try (GeneratedPool pool =
            GeneratedPool.of(bench.pools(), adapters, slots, sharers, scope, Progress.SILENT)) {
          lines.add(
              assembly.measure(
                  sharers + " sharers", pool.directory(), Repeated.REPETITIONS, progress));
        }
      }
    }
    return lines;
  }
}
