package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.api.training.TrainingStep;
import org.pieceworks.api.training.Tuning;
import org.pieceworks.parity.golden.Manifest;
import org.pieceworks.parity.golden.ReferenceRates;
import org.pieceworks.parity.golden.VectorFile;

/**
 * A training run of the reference: which rows each step saw, at which rate, under which options.
 *
 * @param section its key in the manifest's scalars
 * @param prefix of its tensors and scalars, empty or {@code hi_lr.}
 */
record ReferenceRun(
    Subject subject,
    VectorFile file,
    String section,
    String prefix,
    TrainingBatches batches,
    long[] batchIndex,
    double[] rates,
    TrainingOptions options) {

  static final String HIGH = "hi_lr.";
  static final String SCALARS = "scalars";

  /**
   * The run under a prefix.
   *
   * @param suffix of the section's keys: {@code lr} and {@code clip} become {@code hi_lr} and
   *     {@code hi_lr_clip} for the high-rate run, which keeps the plain clip where it has none
   */
  static ReferenceRun of(
      Subject subject, VectorFile file, String section, String prefix, TrainingBatches batches) {
    Manifest manifest = subject.manifest();
    boolean high = !prefix.isEmpty();
    double rate = manifest.number(SCALARS, section, high ? "hi_lr" : "lr");
    double clip = manifest.number(SCALARS, section, "clip");
    clip = high ? manifest.number(clip, SCALARS, section, "hi_lr_clip") : clip;
    double[] betas = manifest.numbers(SCALARS, section, "betas");
    if (betas.length != 2) {
      throw BadInputException.of(
          manifest.where(SCALARS, section, "betas"), betas.length + " numbers", "two");
    }
    int epochs = manifest.integer(SCALARS, section, "epochs");
    ReferenceRates schedule =
        new ReferenceRates(
            rate,
            manifest.integer(batches.count(), SCALARS, section, "len_data_loader"),
            epochs,
            manifest.integer(0, SCALARS, section, "warmup_epochs"),
            manifest.number(0, SCALARS, section, "min_lr"));
    long[] index = index(manifest, file, section, prefix, batches);
    TrainingOptions options =
        new TrainingOptions(
            rate,
            manifest.number(SCALARS, section, "weight_decay"),
            1,
            epochs,
            index.length,
            clip,
            TrainingOptions.Schedule.REFERENCE,
            betas[0],
            betas[1],
            manifest.number(SCALARS, section, "eps"));
    return new ReferenceRun(
        subject, file, section, prefix, batches, index, schedule.of(index), options);
  }

  private static long[] index(
      Manifest manifest, VectorFile file, String section, String prefix, TrainingBatches batches) {
    long[] index;
    String where;
    if (file.has(prefix + "batch_index")) {
      index = file.longs(prefix + "batch_index");
      where = file.where(prefix + "batch_index");
    } else {
      double[] numbers = manifest.numbers(SCALARS, section, "batch_index");
      index = new long[numbers.length];
      for (int i = 0; i < index.length; i++) {
        index[i] = (long) numbers[i];
      }
      where = manifest.where(SCALARS, section, "batch_index");
    }
    for (long one : index) {
      if (one < 0 || one >= batches.count()) {
        throw BadInputException.of(
            where, "batch " + one, "batches from 0 to " + (batches.count() - 1));
      }
    }
    return index;
  }

  /** Why the section cannot be recomputed exactly, empty where it can. */
  static String obstacle(Manifest manifest, String section) {
    if (manifest.number(0, SCALARS, section, "dropout") != 0) {
      return "it was trained with dropout, whose random numbers are the reference's own";
    }
    if (manifest.integer(1, SCALARS, section, "accum_iter") != 1) {
      return "it accumulates gradients over batches, which the workbench does not";
    }
    return "";
  }

  /** The name of a quantity of this run. */
  String quantity(String what) {
    return section + (prefix.isEmpty() ? ": " : ", high rate: ") + what;
  }

  /** What training went through: every state, from the first on, and the first gradients. */
  record Trajectory(
      List<Map<String, float[]>> states, List<Map<String, float[]>> gradients, TrainingLog log) {}

  /** Trains parameters {@code [1, ...]} along the run's steps. */
  Trajectory train(Map<String, NDArray> parameters, Tuning adaptation) {
    List<Map<String, float[]>> states = new ArrayList<>();
    List<Map<String, float[]>> gradients = new ArrayList<>();
    List<TrainingStep> steps = new ArrayList<>();
    for (int s = 0; s < rates.length; s++) {
      int[][] examples = {batches.rows().get((int) batchIndex[s])};
      steps.add(new TrainingStep(examples, new double[] {rates[s]}));
    }
    TrainingLog log =
        subject
            .services()
            .trainer()
            .train(
                subject.model(),
                List.of(batches.examples()),
                parameters,
                tensors -> {
                  states.add(copy(tensors));
                  return adaptation.adaptation(tensors);
                },
                options,
                steps,
                step -> gradients.add(copy(step)),
                subject.progress());
    states.add(copy(parameters));
    return new Trajectory(states, gradients, log);
  }

  private static Map<String, float[]> copy(Map<String, NDArray> tensors) {
    Map<String, float[]> copy = new LinkedHashMap<>();
    tensors.forEach((name, array) -> copy.put(name, array.toFloatArray()));
    return copy;
  }

  /** The steps for which tensors {@code <prefix><what><step>.} were recorded, ascending. */
  List<Integer> recordedSteps(String what) {
    Pattern pattern = Pattern.compile(Pattern.quote(prefix + what) + "(\\d{1,6})\\..*");
    Set<Integer> steps = new HashSet<>();
    for (String name : file.names()) {
      var matcher = pattern.matcher(name);
      if (matcher.matches()) {
        int step = Integer.parseInt(matcher.group(1));
        if (step < 1 || step > rates.length) {
          throw BadInputException.of(
              file.where(name), "step " + step, "steps from 1 to " + rates.length);
        }
        steps.add(step);
      }
    }
    return steps.stream().sorted().toList();
  }
}
