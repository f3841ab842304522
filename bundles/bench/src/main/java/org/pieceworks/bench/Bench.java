package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.spec.ExperimentFiles;

/**
 * The services whose speed is measured, and how.
 *
 * @param manager gives the device; what it holds goes after each benchmark
 * @param lora the adapters of all benchmarks: rank 8, no dropout
 * @param parts what of the benchmark its caller asked for
 * @param notes sentences that the report shows below its table
 */
public record Bench(
    NDManager manager,
    BaseModels models,
    BankTrainer trainer,
    Assembler assembler,
    PiecePools pools,
    ConfiguredPeft<?> lora,
    Plugged plugged,
    ExperimentRunner experiments,
    ExperimentFiles files,
    BenchOptions options,
    Parts parts,
    List<String> notes) {

  /** Whether a line of the report is asked for. */
  public boolean wants(String what) {
    return parts.wants(what);
  }

  /** Adds a sentence to the report. */
  public void note(String sentence) {
    notes.add(sentence);
  }
}
