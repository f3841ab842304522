package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/** The model and the histories that benchmarks work on: random weights, random tokens. */
final class Workload {

  /** Width 256, 6 layers, 8 heads, feed-forward 768, vocabulary 4096. */
  static final DecoderConfig MODEL =
      new DecoderConfig(256, 6, 8, 8, 32, 768, 4096, 1e-5, 10_000, 1024, false, 1, 2);

  /** Tokens of an answer: they carry labels. */
  static final int ANSWER = 8;

  private static final int FIRST_TOKEN = 3;

  /** Large enough for adapters to change what the model says. */
  private static final double WRITE = 0.1;

  private Workload() {}

  static Decoder model(BaseModels models, NDManager manager) {
    return models.create(MODEL, Path.of("no-tokenizer.json"), 7, manager);
  }

  /** What a report says of the model. */
  static Map<String, String> configuration() {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("width", String.valueOf(MODEL.width()));
    configuration.put("layers", String.valueOf(MODEL.layers()));
    configuration.put("heads", String.valueOf(MODEL.heads()));
    configuration.put("feed-forward", String.valueOf(MODEL.feedForward()));
    configuration.put("vocabulary", String.valueOf(MODEL.vocabulary()));
    return configuration;
  }

  /** The same as the peer reads it. */
  static Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("layers", MODEL.layers());
    facts.put("heads", MODEL.heads());
    facts.put("head_width", MODEL.headWidth());
    facts.put("norm_epsilon", MODEL.normEpsilon());
    facts.put("rope_theta", MODEL.ropeTheta());
    facts.put("positions", MODEL.maxPositions());
    return facts;
  }

  /** Per member as many rows of exactly so many tokens, the last few of them the answer. */
  static List<List<Example>> histories(int members, int rows, int tokens, long seed) {
    return histories(new StepShape(members, rows, tokens), MODEL.vocabulary(), seed);
  }

  /** The same for a model of another vocabulary. */
  static List<List<Example>> histories(StepShape shape, int vocabulary, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Example>> histories = new ArrayList<>();
    for (int m = 0; m < shape.members(); m++) {
      List<Example> own = new ArrayList<>();
      for (int r = 0; r < shape.rows(); r++) {
        int[] prompt = tokens(shape.tokens() - ANSWER, vocabulary, random);
        own.add(AnswerExample.of(prompt, tokens(ANSWER, vocabulary, random)));
      }
      histories.add(own);
    }
    return histories;
  }

  /** Adapters of many members that all do something, each its own: fresh ones change nothing. */
  static Bank adapters(Adapters adapters, int members, NDManager manager) {
    Bank bank = adapters.create(members, 1, manager);
    SplittableRandom random = new SplittableRandom(members);
    bank.flat()
        .forEach(
            (name, array) -> {
              if (name.endsWith(".B")) {
                int size = Math.toIntExact(array.size());
                double[] values = random.doubles(size, -WRITE, WRITE).toArray();
                float[] floats = new float[size];
                for (int i = 0; i < size; i++) {
                  floats[i] = (float) values[i];
                }
                array.set(floats);
              }
            });
    return bank;
  }

  /** Random tokens, none of them special. */
  static int[] tokens(int count, SplittableRandom random) {
    return tokens(count, MODEL.vocabulary(), random);
  }

  private static int[] tokens(int count, int vocabulary, SplittableRandom random) {
    return random.ints(count, FIRST_TOKEN, vocabulary).toArray();
  }
}
