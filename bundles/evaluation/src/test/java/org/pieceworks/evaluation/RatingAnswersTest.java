package org.pieceworks.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.evaluation.Prediction;
import org.pieceworks.api.option.NoOptions;

class RatingAnswersTest {

  private static final Task STARS =
      new Task("stars", TaskKind.RATING, List.of("1", "2", "3", "4", "5"), "{input}");

  @ParameterizedTest
  @CsvSource({"4, 4, 0", "4, ' 5 ', 1", "4, 4.5, 0.5", "4, 4., 0", "2, +3, 1"})
  void ratingsWithinTheScaleAreTakenAsTheyAre(String gold, String answer, double error) {
    assertError(gold, answer, error);
  }

  @ParameterizedTest
  @CsvSource({
    "1, four, 4",
    "2, '', 3",
    "3, 17, 2",
    "4, -1, 3",
    "5, NaN, 4",
    "5, Infinity, 4",
    "5, 5 stars, 4",
    "4, 5d, 3",
    "4, 1e300, 3"
  })
  void anythingElseIsAsFarOffAsALabelCanBe(String gold, String answer, double error) {
    assertError(gold, answer, error);
  }

  private static void assertError(String gold, String answer, double error) {
    List<Prediction> predictions = List.of(new Prediction(gold, answer));
    NoOptions none = new NoOptions();
    assertEquals(error, new MeanAbsoluteError().value(predictions, STARS, none), 1e-12);
    assertEquals(error, new RootMeanSquaredError().value(predictions, STARS, none), 1e-12);
  }

  @Test
  void expectedValuesCountWhereThereAreSome() {
    List<Prediction> predictions =
        List.of(
            new Prediction("3", "5", OptionalDouble.of(3.5)),
            new Prediction("2", "4", OptionalDouble.empty()));
    double mae = new ExpectedAbsoluteError().value(predictions, STARS, new NoOptions());
    assertEquals((0.5 + 2) / 2, mae, 1e-9);
  }
}
