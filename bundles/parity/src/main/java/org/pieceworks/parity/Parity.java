package org.pieceworks.parity;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.parity.check.Adapters;
import org.pieceworks.parity.check.AssemblyCases;
import org.pieceworks.parity.check.BaseForward;
import org.pieceworks.parity.check.Check;
import org.pieceworks.parity.check.Findings;
import org.pieceworks.parity.check.GateTraining;
import org.pieceworks.parity.check.Generation;
import org.pieceworks.parity.check.LoraTraining;
import org.pieceworks.parity.check.NucleusSampling;
import org.pieceworks.parity.check.Services;
import org.pieceworks.parity.check.Subject;
import org.pieceworks.parity.golden.GoldenSet;

/** Recomputes golden vectors of the papers' reference code through the workbench's own services. */
@Component(service = Parity.class)
public final class Parity {

  private static final List<Check> CHECKS =
      List.of(
          new BaseForward(),
          new LoraTraining(),
          new GateTraining(),
          new AssemblyCases(),
          new Adapters(),
          new Generation(),
          new NucleusSampling());

  private final ExecutionEngine engine;
  private final BaseModels models;
  private final BankTrainer trainer;
  private final Assembler assembler;
  private final List<PeftType<?>> peftTypes;
  private final List<GatingModel<?>> gatingModels;
  private final List<Decomposition<?>> decompositions;

  /** Takes what is put to the test. */
  @Activate
  public Parity(
      @Reference ExecutionEngine engine,
      @Reference BaseModels models,
      @Reference BankTrainer trainer,
      @Reference Assembler assembler,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PeftType<?>> peftTypes,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<GatingModel<?>> gatingModels,
      @Reference(policyOption = ReferencePolicyOption.GREEDY)
          List<Decomposition<?>> decompositions) {
    this.engine = engine;
    this.models = models;
    this.trainer = trainer;
    this.assembler = assembler;
    this.peftTypes = List.copyOf(peftTypes);
    this.gatingModels = List.copyOf(gatingModels);
    this.decompositions = List.copyOf(decompositions);
  }

  /**
   * Recomputes every quantity of a directory of golden vectors.
   *
   * @param directory with {@code manifest.json}, a Hugging Face checkpoint and vectors; sections
   *     that it lacks are skipped and said so
   * @param device {@code cpu} or {@code gpu:0}
   * @throws BadInputException if the directory is damaged or not of the form
   */
  public ParityReport check(Path directory, String device, Progress progress) {
    if (!Files.isDirectory(directory)) {
      throw BadInputException.of(
          directory.toString(), "no directory", "a directory of golden vectors");
    }
    Services services =
        new Services(
            trainer,
            assembler,
            named("PEFT type", "lora", peftTypes),
            named("gating model", "sigmoid", gatingModels),
            named("decomposition", "module", decompositions));
    try (NDManager manager = engine.open(device)) {
      GoldenSet set = new GoldenSet(directory, manager);
      try (BaseModel loaded = models.load(directory, Precision.FLOAT32, manager)) {
        Decoder model = decoder(loaded, directory);
        Findings findings = new Findings(set.manifest());
        Subject subject = new Subject(set, model, services, findings, new Cancelling(progress));
        for (int i = 0; i < CHECKS.size(); i++) {
          progress.checkCancelled();
          progress.report(i, CHECKS.size(), "sections");
          CHECKS.get(i).run(subject);
        }
        progress.report(CHECKS.size(), CHECKS.size(), "sections");
        return new ParityReport(set.name(), findings.rows(), findings.skipped());
      }
    }
  }

  private static <P extends Plugin<?>> P named(String family, String name, List<P> members) {
    return members.stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the " + family + " \"" + name + "\" is not there: is its bundle active?"));
  }

  /** Passes on the wish to stop, not what the steps within a section report. */
  private record Cancelling(Progress outer) implements Progress {

    @Override
    public void report(long done, long total, String unit) {
      // Sections are the steps that are reported.
    }

    @Override
    public void checkCancelled() {
      outer.checkCancelled();
    }
  }

  private static Decoder decoder(BaseModel model, Path directory) {
    if (model instanceof Decoder decoder) {
      return decoder;
    }
    throw BadInputException.of(directory.toString(), "an encoder", "a decoder's golden vectors");
  }
}
