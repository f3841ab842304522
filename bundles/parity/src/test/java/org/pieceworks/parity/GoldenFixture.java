package org.pieceworks.parity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.pieceworks.decomposition.LayerDecomposition;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.training.StackedTrainer;

/** The real services, and the golden vectors where they are. */
final class GoldenFixture {

  private GoldenFixture() {}

  static Parity parity() {
    Djl djl = new Djl();
    return new Parity(
        new PyTorchEngine(djl),
        new CheckpointModels(djl),
        new StackedTrainer(),
        new ForwardAssembler(new StackedTrainer()),
        List.of(new Lora()),
        List.of(new PrototypeGating(), new SigmoidGating()),
        List.of(new LayerDecomposition(), new ModuleDecomposition()));
  }

  /** The golden set beside the project; the test is skipped where there is none. */
  static Path set() {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve("bundles"))) {
      root = root.getParent();
    }
    Path set = root.resolveSibling("shared").resolve("golden/set-a");
    Assumptions.assumeTrue(Files.isDirectory(set), "no golden vectors at " + set);
    return set;
  }
}
