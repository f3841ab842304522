package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.parity.check.ReferenceRun.Trajectory;
import org.pieceworks.parity.golden.VectorFile;

/** LoRA training: the trajectory step by step, gradients, losses, rates, norms. */
public final class LoraTraining implements Check {

  private static final String SECTION = "lora_train";

  @Override
  public String name() {
    return "LoRA training";
  }

  @Override
  public void run(Subject subject) {
    Optional<VectorFile> found = subject.set().file(TrainingBatches.FILE);
    Findings findings = subject.findings();
    if (found.isEmpty() || !subject.manifest().has("scalars", SECTION)) {
      findings.skip(SECTION, "the set has none");
      return;
    }
    String obstacle = ReferenceRun.obstacle(subject.manifest(), SECTION);
    if (!obstacle.isEmpty()) {
      findings.skip(SECTION, obstacle);
      return;
    }
    VectorFile file = found.get();
    ReferenceTensors tensors = new ReferenceTensors(subject);
    if (!tensors.hasBank(file, "traj.")) {
      findings.skip(SECTION, "the set has no trajectory, so that the start is not known");
      return;
    }
    Bank trajectory = tensors.bank(file, "traj.");
    TrainingBatches batches = TrainingBatches.read(file, subject.vocabulary());
    ReferenceRun run = ReferenceRun.of(subject, file, SECTION, "", batches);
    if (trajectory.members() > run.rates().length + 1) {
      throw BadInputException.of(
          file.where("traj.*"),
          trajectory.members() + " states",
          "at most the first and one after each of " + run.rates().length + " steps");
    }
    Trajectory own = train(subject, run, trajectory);
    for (int step = 1; step < trajectory.members(); step++) {
      Bank expected = trajectory.select(new int[] {step}, subject.manager());
      findings.compare(
          run.quantity("adapter after step " + step),
          "lora weights",
          expected.flat(),
          own.states().get(step));
    }
    compare(run, own, tensors, "lora weights");
    if (subject.manifest().has("scalars", SECTION, "hi_lr")) {
      ReferenceRun high = ReferenceRun.of(subject, file, SECTION, ReferenceRun.HIGH, batches);
      compare(high, train(subject, high, trajectory), tensors, "lora weights, hi_lr");
    } else {
      findings.skip(SECTION + ", high rate", "the set has none");
    }
  }

  private static Trajectory train(Subject subject, ReferenceRun run, Bank trajectory) {
    Bank start = trajectory.select(new int[] {0}, subject.manager());
    long rank = start.tensors().values().iterator().next().get("A").getShape().get(1);
    Adapters lora = subject.lora(rank);
    Map<String, NDArray> parameters = new LinkedHashMap<>(start.flat());
    return run.train(parameters, now -> lora.adaptation(Bank.ofFlat(now), true));
  }

  private static void compare(
      ReferenceRun run, Trajectory own, ReferenceTensors tensors, String weights) {
    Findings findings = run.subject().findings();
    for (int step : run.recordedSteps("grad")) {
      Bank expected = tensors.bank(run.file(), run.prefix() + "grad" + step + ".");
      findings.compare(
          run.quantity("gradients of step " + step),
          "gradients",
          expected.flat(),
          own.gradients().get(step - 1));
    }
    for (int step : run.recordedSteps("after")) {
      Bank expected = tensors.bank(run.file(), run.prefix() + "after" + step + ".");
      findings.compare(
          run.quantity("adapter after step " + step),
          weights,
          expected.flat(),
          own.states().get(step));
    }
    new LogComparison(run).compare(own.log());
  }
}
