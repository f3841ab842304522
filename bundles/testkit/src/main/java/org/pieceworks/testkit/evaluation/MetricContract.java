package org.pieceworks.testkit.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.evaluation.Prediction;

/**
 * What every metric must do, on a task of each kind that it applies to. Extend it with your metric
 * and its options.
 *
 * @param <O> the options
 */
public abstract class MetricContract<O extends Record> {

  private static final double SMALL = 1e-9;
  private static final List<Task> TASKS =
      List.of(
          new Task("choice", TaskKind.CLASSIFICATION, List.of("a", "b", "c"), "{input}"),
          new Task("stars", TaskKind.RATING, List.of("1", "2", "3", "4", "5"), "{input}"),
          new Task("words", TaskKind.GENERATION, List.of(), "{input}"));

  /** The metric under test. */
  protected abstract Metric<O> metric();

  /** Its options. */
  protected abstract O options();

  private List<Task> tasks() {
    return TASKS.stream().filter(metric()::appliesTo).toList();
  }

  private double value(List<Prediction> predictions, Task task) {
    return metric().value(List.copyOf(predictions), task, options());
  }

  /** Gold answers and others, none of which is right. */
  private static List<String[]> pairs(Task task) {
    return switch (task.kind()) {
      case CLASSIFICATION -> pairs("a b", "b c", "c a", "a c");
      case RATING -> pairs("1 5", "4 1", "5 2", "2 5");
      case GENERATION ->
          List.of(
              new String[] {"a red fox", "quiet seas"},
              new String[] {"two old trees", "warm bread"},
              new String[] {"rain at noon", "blue glass"});
    };
  }

  private static List<String[]> pairs(String... pairs) {
    return Stream.of(pairs).map(pair -> pair.split(" ")).toList();
  }

  private static List<Prediction> right(Task task) {
    return pairs(task).stream().map(pair -> prediction(task, pair[0], pair[0])).toList();
  }

  private static List<Prediction> wrong(Task task) {
    return pairs(task).stream().map(pair -> prediction(task, pair[0], pair[1])).toList();
  }

  private static Prediction prediction(Task task, String gold, String answer) {
    OptionalDouble expected =
        task.kind() == TaskKind.RATING
            ? OptionalDouble.of(Double.parseDouble(answer))
            : OptionalDouble.empty();
    return new Prediction(gold, answer, expected);
  }

  @Test
  void itHasANameASummaryAndItsOptions() {
    assertFalse(metric().name().isBlank());
    assertFalse(metric().summary().isBlank());
    assertEquals(options().getClass(), metric().optionsType());
  }

  @Test
  void itAppliesToATask() {
    assertFalse(tasks().isEmpty());
  }

  @Test
  void rightAnswersAreBetterThanWrongOnes() {
    for (Task task : tasks()) {
      double right = value(right(task), task);
      double wrong = value(wrong(task), task);
      boolean better = metric().higherIsBetter() ? right > wrong : right < wrong;
      assertTrue(better, "%s: right %s, wrong %s".formatted(task.name(), right, wrong));
    }
  }

  @Test
  void someRightAnswersLieBetween() {
    for (Task task : tasks()) {
      List<Prediction> mixed = new ArrayList<>(wrong(task));
      mixed.set(0, right(task).get(0));
      double right = value(right(task), task);
      double wrong = value(wrong(task), task);
      double some = value(mixed, task);
      assertTrue(some >= Math.min(right, wrong) - SMALL, task.name() + ": " + some);
      assertTrue(some <= Math.max(right, wrong) + SMALL, task.name() + ": " + some);
    }
  }

  @Test
  void theOrderOfPredictionsPlaysNoPart() {
    for (Task task : tasks()) {
      List<Prediction> mixed = new ArrayList<>(wrong(task));
      mixed.set(1, right(task).get(1));
      double straight = value(mixed, task);
      Collections.reverse(mixed);
      assertEquals(straight, value(mixed, task), SMALL, task.name());
    }
  }

  @Test
  void onePredictionHasAFiniteValueAndTheSameAgain() {
    for (Task task : tasks()) {
      for (List<Prediction> all : List.of(right(task), wrong(task))) {
        double value = value(all.subList(0, 1), task);
        assertTrue(Double.isFinite(value), task.name() + ": " + value);
        assertEquals(value, value(all.subList(0, 1), task), 0.0, task.name());
      }
    }
  }

  @Test
  void anEmptyAnswerIsNoBetterThanARightOne() {
    for (Task task : tasks()) {
      List<Prediction> silent =
          pairs(task).stream().map(pair -> new Prediction(pair[0], "")).toList();
      if (task.kind() == TaskKind.RATING && right(task).get(0).expected().isPresent()) {
        silent =
            silent.stream()
                .map(one -> new Prediction(one.gold(), "", OptionalDouble.of(3)))
                .toList();
      }
      double right = value(right(task), task);
      double none = value(silent, task);
      assertTrue(Double.isFinite(none), task.name() + ": " + none);
      assertTrue(metric().higherIsBetter() ? none <= right : none >= right, task.name());
    }
  }
}
