package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.training.StackedTrainer;

class LabelScorerTest {

  private static final Task TASK =
      new Task(
          "colour", TaskKind.CLASSIFICATION, List.of("red", "dark blue", "blue"), "{input} is:");
  private static final List<Item> ONE = List.of(new Item("1", "the sea", ""));
  private static final List<Item> TWO =
      List.of(new Item("2", "a rose in may", ""), new Item("3", "the sky", ""));

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = new Djl().engine().newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aDecodersScoreIsTheLogProbabilityOfTheWholeLabel() {
    DecoderConfig config = new DecoderConfig(16, 2, 2, 2, 8, 24, 40, 1e-5, 1e4, 64, false, 1, 2);
    Decoder model =
        new CheckpointModels(new Djl()).create(config, Path.of("tokenizer.json"), 3, manager);
    ServedModel served =
        new ServedModel(model, new DecoderExamples(TASK, new Words(), config), "", "");
    List<double[][]> scores = scores(served);
    for (int member = 0; member < 2; member++) {
      List<Item> queries = List.of(ONE, TWO).get(member);
      for (int q = 0; q < queries.size(); q++) {
        List<Example> candidates = served.encoder().candidates(queries.get(q));
        for (int l = 0; l < TASK.labels().size(); l++) {
          Example candidate = candidates.get(l);
          double loss =
              new StackedTrainer().loss(model, List.of(List.of(candidate)), Adaptation.NONE)[0];
          assertEquals(-loss * candidate.labels(), scores.get(member)[q][l], 1e-4);
        }
      }
    }
  }

  @Test
  void anEncodersScoresAreThoseOfItsHead() {
    Encoder model = RandomEncoder.of(manager);
    ServedModel served =
        new ServedModel(model, new EncoderExamples(new Words(), model.config()), "", "");
    List<double[][]> scores = scores(served);
    LabelExample text = (LabelExample) served.encoder().candidates(TWO.get(1)).get(0);
    for (int l = 0; l < 3; l++) {
      LabelExample labelled = new LabelExample(text.tokens(), l);
      double loss =
          new StackedTrainer().loss(model, List.of(List.of(labelled)), Adaptation.NONE)[0];
      assertEquals(-loss, scores.get(1)[1][l], 1e-4);
    }
  }

  private static List<double[][]> scores(ServedModel served) {
    LabelScorer scorer = new LabelScorer(served, TASK.labels().size());
    List<double[][]> scores = scorer.score(List.of(ONE, TWO), Adaptation.NONE, Progress.SILENT);
    assertEquals(List.of(1, 2), scores.stream().map(rows -> rows.length).toList());
    return scores;
  }
}
