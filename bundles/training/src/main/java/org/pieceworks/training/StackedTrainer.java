package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.training.BankTrainer;
import org.pieceworks.api.training.EarlyStopping;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.api.training.TrainingStep;
import org.pieceworks.api.training.Tuning;

/**
 * Trains the members of a bank together, as many in one pass as are cheapest, with one step of the
 * optimizer for all.
 */
@Component
public final class StackedTrainer implements BankTrainer {

  /**
   * Tokens of a pass without gradients, and numbers of its widest state, of which several stand
   * side by side: 64 megabytes in float32.
   */
  private static final long EVALUATION_TOKENS = 1L << 16;

  private static final long EVALUATION_NUMBERS = 1L << 24;

  @Override
  public TrainingLog train(
      BaseModel model,
      List<List<Example>> examples,
      Map<String, NDArray> parameters,
      Tuning tuning,
      TrainingOptions options,
      long seed,
      Progress progress) {
    List<TrainingStep> steps = plan(model, examples, options, seed);
    return train(model, examples, parameters, tuning, options, steps, gradients -> {}, progress);
  }

  @Override
  public TrainingLog train(
      BaseModel model,
      List<List<Example>> examples,
      Map<String, NDArray> parameters,
      Tuning tuning,
      TrainingOptions options,
      EarlyStopping stopping,
      long seed,
      Progress progress) {
    List<TrainingStep> steps = plan(model, examples, options, seed);
    Pass pass = new Pass(model, examples, new FlatParameters(parameters), tuning);
    return run(pass, parameters, options, steps, gradients -> {}, Optional.of(stopping), progress);
  }

  private static List<TrainingStep> plan(
      BaseModel model, List<List<Example>> examples, TrainingOptions options, long seed) {
    int[] sizes = examples.stream().mapToInt(List::size).toArray();
    model.manager().getEngine().setRandomSeed((int) seed);
    return StepPlan.of(sizes, options, seed);
  }

  @Override
  public TrainingLog train(
      BaseModel model,
      List<List<Example>> examples,
      Map<String, NDArray> parameters,
      Tuning tuning,
      TrainingOptions options,
      List<TrainingStep> steps,
      Consumer<Map<String, NDArray>> afterStep,
      Progress progress) {
    Pass pass = new Pass(model, examples, new FlatParameters(parameters), tuning);
    return run(pass, parameters, options, steps, afterStep, Optional.empty(), progress);
  }

  /** What every step of a training needs. */
  private record Pass(
      BaseModel model, List<List<Example>> examples, FlatParameters flat, Tuning tuning) {}

  private TrainingLog run(
      Pass pass,
      Map<String, NDArray> parameters,
      TrainingOptions options,
      List<TrainingStep> steps,
      Consumer<Map<String, NDArray>> afterStep,
      Optional<EarlyStopping> stopping,
      Progress progress) {
    long start = System.nanoTime();
    List<Step> taken = new ArrayList<>();
    int[] kept = new int[pass.examples().size()];
    try (NDManager manager = pass.model().manager().newSubManager()) {
      NDArray master = pass.flat().flatten(parameters);
      master.attach(manager);
      try (AdamW optimizer = new AdamW(master, null, options, manager);
          BestSoFar best =
              new BestSoFar(master, stopping.map(EarlyStopping::patience).orElse(0), manager)) {
        boolean goOn = true;
        while (goOn && taken.size() < steps.size()) {
          progress.checkCancelled();
          taken.add(step(pass, master, optimizer, steps.get(taken.size()), afterStep, progress));
          progress.report(taken.size(), steps.size(), "steps");
          Arrays.stream(taken.get(taken.size() - 1).losses())
              .filter(Double::isFinite)
              .average()
              .ifPresent(loss -> progress.measured("loss", loss));
          goOn = stopping.isEmpty() || mayGain(pass, master, best, stopping.get(), taken, steps);
        }
        boolean looked = stopping.isPresent() && !taken.isEmpty();
        pass.flat().copyBack(looked ? best.parameters() : master, parameters);
        Arrays.setAll(kept, m -> taken.size());
        kept = looked ? best.steps() : kept;
      }
    }
    return new TrainingLog(
        taken.stream().map(Step::losses).toArray(double[][]::new),
        taken.stream().map(Step::norms).toArray(double[][]::new),
        (System.nanoTime() - start) / 1e9,
        kept);
  }

  private boolean mayGain(
      Pass pass,
      NDArray master,
      BestSoFar best,
      EarlyStopping stopping,
      List<Step> taken,
      List<TrainingStep> steps) {
    if (taken.size() % stopping.every() != 0 && taken.size() < steps.size()) {
      return true;
    }
    Map<String, NDArray> now = new LinkedHashMap<>(pass.flat().views(master));
    now.putAll(pass.tuning().frozen());
    BaseModel model = pass.tuning().model(pass.model(), now);
    Adaptation adaptation = pass.tuning().adaptation(now);
    return best.look(taken.size(), master, loss(model, stopping.heldBack(), adaptation));
  }

  private record Step(double[] losses, double[] norms) {}

  private static Step step(
      Pass pass,
      NDArray master,
      AdamW optimizer,
      TrainingStep step,
      Consumer<Map<String, NDArray>> afterStep,
      Progress progress) {
    List<List<Example>> examples = pick(pass.examples(), step);
    double[] losses = new double[examples.size()];
    Arrays.fill(losses, Double.NaN);
    try (NDManager scope = master.getManager().newSubManager()) {
      StepGroups groups = StepGroups.of(examples, pass.model());
      NDList gradients = new NDList();
      for (int[] members : groups.groups()) {
        int noise = optimizer.steps() * groups.groups().size() + gradients.size();
        gradients.add(groupStep(pass, master, examples, members, losses, noise, scope, progress));
      }
      NDArray gradient = groups.inOrder(gradients, master, scope);
      afterStep.accept(pass.flat().views(gradient));
      float[] norms = optimizer.step(master, gradient, step.rates());
      double[] wide = new double[norms.length];
      for (int m = 0; m < norms.length; m++) {
        wide[m] = norms[m];
      }
      return new Step(losses, wide);
    }
  }

  /**
   * The gradients of some members: {@code [these members, numbers]}.
   *
   * @param losses of all members, where those of these members are put
   * @param noise seeds dropout where layers are computed twice
   */
  private static NDArray groupStep(
      Pass pass,
      NDArray master,
      List<List<Example>> examples,
      int[] members,
      double[] losses,
      int noise,
      NDManager holder,
      Progress progress) {
    List<List<Example>> own = Arrays.stream(members).mapToObj(examples::get).toList();
    try (NDManager scope = holder.newSubManager();
        TokenBatch batch = TokenBatch.of(own, scope)) {
      // A fresh leaf each step: its gradient goes with it, so none is ever added to an old one.
      NDArray leaf = StepGroups.copied(master, members, scope);
      leaf.setRequiresGradient(true);
      Map<String, NDArray> frozen = new LinkedHashMap<>();
      pass.tuning()
          .frozen()
          .forEach((name, all) -> frozen.put(name, StepGroups.seen(all, members, scope)));
      GroupPass group = new GroupPass(pass.model(), pass.tuning(), pass.flat(), frozen, batch);
      double[] means = Loss.perMember(group.backward(leaf, noise, progress), batch, members.length);
      for (int i = 0; i < members.length; i++) {
        losses[members[i]] = means[i];
      }
      NDArray gradient = leaf.getGradient();
      gradient.attach(holder);
      return gradient;
    }
  }

  private static List<List<Example>> pick(List<List<Example>> examples, TrainingStep step) {
    List<List<Example>> picked = new ArrayList<>();
    for (int m = 0; m < examples.size(); m++) {
      List<Example> own = new ArrayList<>();
      for (int index : step.examples()[m]) {
        own.add(examples.get(m).get(index));
      }
      picked.add(own);
    }
    return picked;
  }

  private static long evaluationTokens(BaseModel model) {
    int widest = Math.max(model.config().width(), model.config().feedForward());
    return Math.min(EVALUATION_TOKENS, EVALUATION_NUMBERS / widest);
  }

  /** Rows of like length side by side need little padding. */
  private static List<Example> byLength(List<Example> examples) {
    return examples.stream().sorted(Comparator.comparingInt(e -> e.tokens().length)).toList();
  }

  @Override
  public double[] loss(BaseModel model, List<List<Example>> examples, Adaptation adaptation) {
    List<List<Example>> ordered = examples.stream().map(StackedTrainer::byLength).toList();
    int longest =
        examples.stream().flatMap(List::stream).mapToInt(e -> e.tokens().length).max().orElse(1);
    int rows = (int) Math.max(1, evaluationTokens(model) / ((long) examples.size() * longest));
    int most = examples.stream().mapToInt(List::size).max().orElse(0);
    double[] sums = new double[examples.size()];
    int[] counts = new int[examples.size()];
    for (int from = 0; from < most; from += rows) {
      int start = from;
      List<List<Example>> part =
          ordered.stream()
              .map(e -> e.subList(Math.min(start, e.size()), Math.min(start + rows, e.size())))
              .toList();
      try (NDManager scope = model.manager().newSubManager();
          TokenBatch batch = TokenBatch.of(part, scope)) {
        float[] values = Loss.perLabel(model, batch, adaptation).toFloatArray();
        for (int i = 0; i < values.length; i++) {
          sums[batch.labelMembers()[i]] += values[i];
          counts[batch.labelMembers()[i]]++;
        }
      }
    }
    for (int m = 0; m < sums.length; m++) {
      sums[m] = counts[m] == 0 ? Double.NaN : sums[m] / counts[m];
    }
    return sums;
  }
}
