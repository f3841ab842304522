package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;

/** What one tensor operation costs, however small: the way to the engine and back. */
@Component(service = Benchmark.class)
public final class TensorBenchmark implements Benchmark {

  static final String NAME = "tensor";

  private static final int SIZE = 8;
  private static final int OPERATIONS = 100;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "A hundred products of matrices that are too small to take time themselves.";
  }

  @Override
  public Map<String, String> configuration() {
    return Map.of("product", "%1$d x %1$d".formatted(SIZE));
  }

  @Override
  public List<Measurement> run(Bench bench, Progress progress) {
    try (NDManager scope = bench.manager().newSubManager()) {
      NDArray a = scope.ones(new Shape(SIZE, SIZE));
      Spread seconds =
          Repeated.of(
              () -> {
                for (int i = 0; i < OPERATIONS; i++) {
                  a.matMul(a).close();
                }
              },
              progress);
      double each = 1e6 * seconds.median() / OPERATIONS;
      return List.of(
          new Measurement("a hundred products", seconds, Map.of("microseconds each", each)));
    }
  }
}
