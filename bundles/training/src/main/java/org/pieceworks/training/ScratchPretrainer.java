package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.training.Pretrainer;
import org.pieceworks.api.training.PretrainingOptions;
import org.pieceworks.api.training.TrainingOptions;

/**
 * Trains a base model from random weights: a warm-up, then a cosine down to a tenth of the rate.
 */
@Component
public final class ScratchPretrainer implements Pretrainer {

  private static final double WARM_UP = 0.05;
  private static final double FLOOR = 0.1;
  private static final double CLIP = 1;

  /** How often the held-back loss is looked at, and how long it may fail to fall. */
  private static final int LOOKS = 20;

  private static final int PATIENCE = LOOKS / 5;

  @Override
  public BaseModel pretrain(
      BaseModel model,
      List<Example> examples,
      PretrainingOptions options,
      long seed,
      Progress progress) {
    Map<String, NDArray> members = withMembersAxis(model.parameters());
    FlatParameters flat = new FlatParameters(members);
    try (NDManager manager = model.manager().newSubManager()) {
      NDArray master = flat.flatten(members);
      master.attach(manager);
      NDArray decay = flat.flatten(decayed(members));
      decay.attach(manager);
      HeldBack parts = HeldBack.of(examples, options.heldBack(), seed);
      Order order = new Order(parts.trained().size(), options.batch(), seed);
      try (AdamW optimizer = new AdamW(master, decay, adamW(options), manager);
          BestSoFar best = new BestSoFar(master, PATIENCE, manager)) {
        boolean goOn = true;
        for (int s = 0; goOn && s < options.steps(); s++) {
          progress.checkCancelled();
          boolean answersOnly = answersOnly(s, options);
          List<Example> batch = order.next(parts.trained(), answersOnly);
          step(model, batch, flat, master, optimizer, rate(s, options), progress);
          progress.report(s + 1L, options.steps(), "steps");
          if (!parts.heldBack().isEmpty() && looks(s + 1, options)) {
            // Before, the loss was over whole texts, and told little of the answers.
            boolean counts = answersOnly || options.answersOnly() == 0;
            double[] loss = {counts ? loss(model, parts, flat, master) : Double.NaN};
            goOn = best.look(s + 1, master, loss) || !counts;
          }
        }
        boolean looked = best.steps()[0] > 0;
        return copy(model, flat.views(looked ? best.parameters() : master));
      }
    }
  }

  private static boolean answersOnly(int step, PretrainingOptions options) {
    return step >= Math.round(options.steps() * (1 - options.answersOnly()));
  }

  private static boolean looks(int steps, PretrainingOptions options) {
    return steps % Math.max(1, options.steps() / LOOKS) == 0 || steps == options.steps();
  }

  private static double loss(BaseModel model, HeldBack parts, FlatParameters flat, NDArray master) {
    BaseModel now = model.with(withoutMembersAxis(flat.views(master)));
    return new StackedTrainer().loss(now, List.of(parts.heldBack()), Adaptation.NONE)[0];
  }

  private static void step(
      BaseModel model,
      List<Example> examples,
      FlatParameters flat,
      NDArray master,
      AdamW optimizer,
      double rate,
      Progress progress) {
    try (NDManager scope = master.getManager().newSubManager();
        TokenBatch batch = TokenBatch.of(List.of(examples), scope)) {
      NDArray leaf = master.duplicate();
      leaf.attach(scope);
      leaf.setRequiresGradient(true);
      try (Collecting collector = Collecting.begin(progress)) {
        BaseModel trained = model.with(withoutMembersAxis(flat.views(leaf)));
        NDArray loss = Loss.perLabel(trained, batch, Adaptation.NONE);
        NDArray mean = loss.mul(batch.labelWeights()).sum();
        collector.backward(mean);
        progress.measured("loss", mean.getFloat());
      }
      NDArray gradient = leaf.getGradient();
      gradient.attach(scope);
      optimizer.step(master, gradient, new double[] {rate});
    }
  }

  private static double rate(int step, PretrainingOptions options) {
    double warmUp = Math.max(1, options.steps() * WARM_UP);
    if (step < warmUp) {
      return options.rate() * (step + 1) / warmUp;
    }
    double progress = (step - warmUp) / Math.max(1, options.steps() - warmUp);
    return options.rate() * (FLOOR + (1 - FLOOR) * (1 + Math.cos(Math.PI * progress)) / 2);
  }

  private static TrainingOptions adamW(PretrainingOptions options) {
    return new TrainingOptions(
        options.rate(),
        options.weightDecay(),
        options.batch(),
        1,
        options.steps(),
        CLIP,
        TrainingOptions.Schedule.COSINE,
        0.9,
        0.95,
        1e-8);
  }

  private static BaseModel copy(BaseModel model, Map<String, NDArray> views) {
    Map<String, NDArray> copies = new LinkedHashMap<>();
    withoutMembersAxis(views)
        .forEach(
            (name, view) -> {
              NDArray copy = view.duplicate();
              copy.attach(model.manager());
              copies.put(name, copy);
            });
    return model.with(copies);
  }

  /** Matrices shrink; norms, which are vectors, do not. */
  private static Map<String, NDArray> decayed(Map<String, NDArray> members) {
    Map<String, NDArray> decay = new LinkedHashMap<>();
    members.forEach(
        (name, array) ->
            decay.put(
                name, array.getShape().dimension() > 2 ? array.onesLike() : array.zerosLike()));
    return decay;
  }

  private static Map<String, NDArray> withMembersAxis(Map<String, NDArray> parameters) {
    Map<String, NDArray> members = new LinkedHashMap<>();
    parameters.forEach((name, array) -> members.put(name, array.expandDims(0)));
    return members;
  }

  private static Map<String, NDArray> withoutMembersAxis(Map<String, NDArray> members) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    members.forEach((name, array) -> parameters.put(name, array.squeeze(0)));
    return parameters;
  }

  /** Walks through shuffled examples, shuffling anew at each pass. */
  private static final class Order {
    private final SplittableRandom random;
    private final int[] order;
    private final int batch;
    private int next;

    Order(int size, int batch, long seed) {
      random = new SplittableRandom(seed);
      order = new int[size];
      Arrays.setAll(order, i -> i);
      this.batch = Math.min(batch, size);
      next = size;
    }

    List<Example> next(List<Example> examples, boolean answersOnly) {
      List<Example> picked = new ArrayList<>(batch);
      while (picked.size() < batch) {
        if (next == order.length) {
          shuffle();
          next = 0;
        }
        Example example = examples.get(order[next++]);
        picked.add(answersOnly ? example : wholeText(example));
      }
      return picked;
    }

    private void shuffle() {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swap = order[i];
        order[i] = order[j];
        order[j] = swap;
      }
    }

    private static Example wholeText(Example example) {
      boolean[] all = new boolean[example.tokens().length];
      Arrays.fill(all, 1, all.length, true);
      return new AnswerExample(example.tokens(), all);
    }
  }
}
