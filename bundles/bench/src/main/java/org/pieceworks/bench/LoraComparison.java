package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.training.TrainingLog;
import org.pieceworks.api.training.TrainingOptions;

/**
 * Steps of LoRA training: ours of all members at once, the peer's of one user after the other. Each
 * of our steps is followed by one of the peer's.
 */
final class LoraComparison implements Comparison {

  /** Later ones carry the rounding of all steps before. */
  private static final int CHECKED_STEPS = 4;

  private static final int SEED = 1;

  @Override
  public List<String> lines() {
    return shapes().map(LoraComparison::line).toList();
  }

  /** The shapes that training is compared at. */
  static Stream<StepShape> shapes() {
    return Stream.of(new StepShape(1, 6, 128), new StepShape(16, 4, 32), new StepShape(40, 4, 32));
  }

  private static String line(StepShape shape) {
    return "LoRA, " + shape;
  }

  @Override
  public Measurement measure(String line, Contest contest, Progress progress) {
    StepShape shape = shapes().filter(one -> line(one).equals(line)).findFirst().orElseThrow();
    List<List<Example>> examples =
        Workload.histories(shape.members(), shape.rows(), shape.tokens(), SEED);
    Bench bench = contest.bench();
    Adapters adapters = bench.lora().on(contest.model());
    try (NDManager scope = bench.manager().newSubManager();
        Bank bank = adapters.create(shape.members(), SEED, scope)) {
      hand(contest, shape, examples, adapters);
      Turns turns = new Turns(contest.peer(), progress);
      TrainingLog log =
          bench
              .trainer()
              .train(
                  contest.model(),
                  examples,
                  bank.flat(),
                  now -> adapters.adaptation(Bank.ofFlat(now), true),
                  TrainSteps.options(shape.rows()),
                  Collections.nCopies(SideBySide.turns() + 1, TrainSteps.step(shape)),
                  gradients -> {},
                  turns);
      for (int step = 0; step < CHECKED_STEPS; step++) {
        Fairness.checkLosses(line + ", step " + step, log.losses()[step], turns.losses.get(step));
      }
      return turns.both.line(line);
    }
  }

  private static void hand(
      Contest contest, StepShape shape, List<List<Example>> examples, Adapters adapters) {
    try (NDManager scope = contest.bench().manager().newSubManager();
        Bank start = adapters.create(1, SEED, scope)) {
      Map<String, NDArray> tensors = PeerRows.of(examples, scope);
      tensors.putAll(PeerRows.one(start, scope));
      contest.hand(
          "lora", tensors, facts(shape, TrainSteps.options(shape.rows()), TrainSteps.DECAY));
    }
  }

  /** How the peer trains. */
  static Map<String, Object> facts(StepShape shape, TrainingOptions options, double decay) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("members", shape.members());
    facts.put("rate", options.rate());
    facts.put("decay", decay);
    facts.put("clip", options.clip());
    facts.put("beta1", options.beta1());
    facts.put("beta2", options.beta2());
    facts.put("epsilon", options.epsilon());
    return facts;
  }

  /** Has the peer take a step after each of ours; ours is then what passed since the peer's. */
  private static final class Turns implements Progress {

    private final PeerProcess peer;
    private final Progress outer;
    private final SideBySide both = new SideBySide();
    private final List<double[]> losses = new ArrayList<>();
    private long start;

    Turns(PeerProcess peer, Progress outer) {
      this.peer = peer;
      this.outer = outer;
    }

    @Override
    public void report(long done, long total, String unit) {
      double ours = (System.nanoTime() - start) / 1e9;
      JsonNode answer = peer.ask("lora_step");
      losses.add(Contest.numbers(answer.path("losses")));
      if (losses.size() > 1) { // what comes before the first step is not a step
        both.add(ours, answer.path(Contest.SECONDS).asDouble());
      }
      start = System.nanoTime();
    }

    @Override
    public void checkCancelled() {
      outer.checkCancelled();
    }
  }
}
