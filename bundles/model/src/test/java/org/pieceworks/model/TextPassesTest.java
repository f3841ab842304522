package org.pieceworks.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.TextEmbedder.Reading;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.bert.TestEncoders;

class TextPassesTest {

  private static final String SHORT = "w4 w5";
  private static final String LONG = "w4 w5 w6 w7 w8";
  private static final Reading UNIT = new Reading(Integer.MAX_VALUE, true);

  @TempDir Path folder;

  private NDManager manager;
  private Encoder model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    model = TestEncoders.lively(TestEncoders.config(Pooling.MEAN, List.of()), folder, manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private float[] mean(Reading reading, String... texts) {
    return new TextPasses().means(List.of(List.of(texts)), model, reading, Progress.SILENT)[0];
  }

  @Test
  void aTextIsTheMeanOfItsTokensBetweenBeginAndEnd() {
    NDArray tokens = manager.create(new long[] {2, 4, 5, 3}, new Shape(1, 1, 4));
    NDArray hidden = model.hidden(tokens, Adaptation.NONE); // [1, 4, width]
    float[] mean = hidden.mean(new int[] {1}).toFloatArray();
    assertArrayEquals(mean, mean(Reading.WHOLE, SHORT), 1e-5f);
  }

  @Test
  void aGroupIsTheMeanOfItsTexts() {
    float[] one = mean(Reading.WHOLE, SHORT);
    float[] other = mean(Reading.WHOLE, LONG);
    assertArrayEquals(average(one, other), mean(Reading.WHOLE, SHORT, LONG), 1e-5f);
  }

  @Test
  void textsOfLengthOneCountAlike() {
    float[] one = scaled(mean(Reading.WHOLE, SHORT));
    float[] other = scaled(mean(Reading.WHOLE, LONG));
    assertArrayEquals(one, mean(UNIT, SHORT), 1e-5f);
    assertArrayEquals(average(one, other), mean(UNIT, SHORT, LONG), 1e-5f);
  }

  @Test
  void whatFollowsTheTokensThatAreReadIsLeftOut() {
    assertArrayEquals(mean(Reading.WHOLE, SHORT), mean(new Reading(4, false), LONG), 1e-6f);
  }

  @Test
  void noTextsAreZero() {
    float[][] means =
        new TextPasses().means(List.of(List.of(), List.of(SHORT)), model, UNIT, Progress.SILENT);
    assertArrayEquals(new float[24], means[0]);
    assertEquals(1, length(means[1]), 1e-5);
  }

  private static float[] average(float[] one, float[] other) {
    float[] average = new float[one.length];
    for (int d = 0; d < average.length; d++) {
      average[d] = (one[d] + other[d]) / 2;
    }
    return average;
  }

  private static float[] scaled(float[] vector) {
    float[] scaled = new float[vector.length];
    for (int d = 0; d < scaled.length; d++) {
      scaled[d] = (float) (vector[d] / length(vector));
    }
    return scaled;
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
