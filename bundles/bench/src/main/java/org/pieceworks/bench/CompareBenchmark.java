package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Decoder;

/** The same work here and in plain PyTorch, in turns. */
@Component(service = Benchmark.class)
public final class CompareBenchmark implements Benchmark {

  /** The environment variable that names the Python of the peer. */
  static final String VARIABLE = "PIECEWORKS_PYTHON";

  private static final List<Comparison> COMPARISONS =
      List.of(
          new LoraComparison(),
          new GateComparison(),
          new GenerationComparison(),
          new AssemblyComparison());

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "Training, gates, generation and assembly beside plain PyTorch, one user at a time, in"
        + " the Python that --python or PIECEWORKS_PYTHON names.";
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>(Workload.configuration());
    configuration.put("LoRA", "rank 8 on q_proj, k_proj, v_proj, o_proj");
    configuration.put("labelled tokens a row", String.valueOf(Workload.ANSWER));
    configuration.put(
        "generation",
        "%d prompt tokens, at most %d new ones"
            .formatted(GenerateBenchmark.PROMPT, GenerateBenchmark.ANSWER));
    configuration.put("assembly", PooledSharers.DESCRIPTION);
    return configuration;
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    if (!bench.options().device().equals("cpu")) {
      throw BadInputException.of("compare --device", bench.options().device(), "cpu");
    }
    try (Temporary folder = Temporary.create();
        PeerProcess peer = peer(bench, folder.directory())) {
      return compare(bench, peer, folder.directory(), progress);
    } catch (PeerMissing e) {
      bench.note(
          "skipped: "
              + e.getMessage()
              + ". Install PyTorch (pip install torch) and name its Python"
              + " with --python or "
              + VARIABLE
              + ".");
      return List.of();
    } catch (PeerException e) {
      throw new IllegalStateException("the peer failed: " + e.getMessage(), e);
    }
  }

  private static PeerProcess peer(Bench bench, Path directory) throws PeerMissing {
    String python =
        bench
            .options()
            .python()
            .or(() -> Optional.ofNullable(System.getenv(VARIABLE)).filter(name -> !name.isBlank()))
            .orElse("python3");
    try {
      return PeerProcess.start(python, directory, Runtime.getRuntime().availableProcessors());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the peer: " + e.getMessage(), e);
    }
  }

  private static List<Measurement> compare(
      Bench bench, PeerProcess peer, Path directory, Progress progress) {
    List<Measurement> lines = new ArrayList<>();
    SideBySide products = products(bench, peer, progress);
    refuseUnfair(products, peer);
    bench.note("peer: PyTorch " + peer.version());
    String product = "product of %1$d x %1$d".formatted(ProductPeak.SIZE);
    if (bench.wants(product)) {
      lines.add(products.line(product));
    }
    try (NDManager scope = bench.manager().newSubManager();
        Decoder model = Workload.model(bench.models(), scope)) {
      Contest contest = new Contest(bench, model, peer, directory);
      contest.hand("model", model.parameters(), Workload.facts());
      for (Comparison comparison : COMPARISONS) {
        for (String line : comparison.lines()) {
          if (bench.wants(line)) {
            progress.report(lines.size(), 0, "measurements");
            lines.add(comparison.measure(line, contest, progress));
          }
        }
      }
    }
    return lines;
  }

  private static SideBySide products(Bench bench, PeerProcess peer, Progress progress) {
    try (ProductPeak peak = new ProductPeak(bench.manager())) {
      return SideBySide.of(
          peak::seconds,
          () ->
              peer.ask("product", Map.of("size", ProductPeak.SIZE))
                  .path(Contest.SECONDS)
                  .asDouble(),
          () -> {},
          progress);
    }
  }

  private static void refuseUnfair(SideBySide products, PeerProcess peer) {
    Fairness.refusal(
            ProductPeak.OPERATIONS / products.ours().least(),
            ProductPeak.OPERATIONS / products.peers().least())
        .ifPresent(
            why -> {
              throw new BadInputException(
                  "compare: the peer, PyTorch " + peer.version() + ", does " + why);
            });
  }
}
