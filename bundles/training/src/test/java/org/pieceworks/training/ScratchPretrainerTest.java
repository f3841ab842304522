package org.pieceworks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.training.PretrainingOptions;
import org.pieceworks.lib.djl.Djl;

class ScratchPretrainerTest {

  private NDManager manager;
  private BaseModel model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    model = SmallDecoder.of(manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void pretrainingKeepsTheModelOfTheLowestHeldBackLoss() {
    List<Example> text = examples(40, 9);
    PretrainingOptions options =
        new PretrainingOptions(32, 2, 4, 2, 48, 300, 64, 60, 16, 1e-2, 0.1, 0.5, 0.25);
    BaseModel trained = new ScratchPretrainer().pretrain(model, text, options, 3, Progress.SILENT);
    double before = new StackedTrainer().loss(model, List.of(text), Adaptation.NONE)[0];
    assertTrue(new StackedTrainer().loss(trained, List.of(text), Adaptation.NONE)[0] < before);
  }

  @Test
  void pretrainingLearnsTheText() {
    List<Example> text = examples(40, 9);
    PretrainingOptions options =
        new PretrainingOptions(32, 2, 4, 2, 48, 300, 64, 60, 16, 1e-2, 0.1, 0.3, 0);
    double before = new StackedTrainer().loss(model, List.of(text), Adaptation.NONE)[0];
    BaseModel trained = new ScratchPretrainer().pretrain(model, text, options, 3, Progress.SILENT);
    double after = new StackedTrainer().loss(trained, List.of(text), Adaptation.NONE)[0];
    assertTrue(after < before / 2, before + " -> " + after);
    assertEquals(before, new StackedTrainer().loss(model, List.of(text), Adaptation.NONE)[0], 1e-6);
  }

  private static List<Example> examples(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, count).mapToObj(i -> SmallDecoder.example(random)).toList();
  }
}
