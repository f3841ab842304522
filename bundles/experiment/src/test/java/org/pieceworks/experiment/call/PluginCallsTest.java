package org.pieceworks.experiment.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.Progress;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.User;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.evaluation.Prediction;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.FixedPlugins;

class PluginCallsTest {

  private static final NoOptions NONE = new NoOptions();
  private static final List<User> USERS =
      IntStream.range(0, 3).mapToObj(i -> new User("u" + i, List.of(), List.of())).toList();

  /** What the members of these tests have in common. */
  interface Given extends Plugin<NoOptions> {

    @Override
    default String name() {
      return "given";
    }

    @Override
    default String summary() {
      return "Gives what it was given.";
    }

    @Override
    default Class<NoOptions> optionsType() {
      return NoOptions.class;
    }
  }

  record Chosen(Integer... sharers) implements SharerSelection<NoOptions>, Given {

    @Override
    public List<Integer> select(SelectionContext context, NoOptions options) {
      return Arrays.asList(sharers);
    }
  }

  record Vectors(float[]... vectors) implements HistoryEncoder<NoOptions>, Given {

    @Override
    public float[][] encode(EncodingContext context, NoOptions options) {
      return vectors;
    }
  }

  record Value(double value) implements Metric<NoOptions>, Given {

    @Override
    public boolean appliesTo(Task task) {
      return true;
    }

    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public double value(List<Prediction> predictions, Task task, NoOptions options) {
      return value;
    }
  }

  private final List<Plugin<?>> there = new ArrayList<>();
  private final PluginCalls calls = new PluginCalls(family -> new FixedPlugins(there).list(family));

  @SuppressWarnings("unchecked")
  private <P extends Plugin<?>> P guarded(Family family, P plugin) {
    there.add(plugin);
    return (P) calls.guard(family, plugin);
  }

  private List<Integer> select(Integer... sharers) {
    SharerSelection<NoOptions> selection = guarded(Family.SHARER_SELECTION, selection(sharers));
    return selection.select(new SelectionContext(USERS, () -> new float[0][], 2, 1), NONE);
  }

  private static SharerSelection<NoOptions> selection(Integer... sharers) {
    return new Chosen(sharers);
  }

  private float[][] encode(float[]... vectors) {
    HistoryEncoder<NoOptions> plugin = new Vectors(vectors);
    EncodingContext context = new EncodingContext(USERS, List.of(), null, null, Progress.SILENT);
    return guarded(Family.HISTORY_ENCODER, plugin).encode(context, NONE);
  }

  private double value(double value) {
    Metric<NoOptions> plugin = new Value(value);
    return guarded(Family.METRIC, plugin).value(List.of(), null, NONE);
  }

  private static Metric<NoOptions> watching(Runnable meanwhile) {
    return new Watching(meanwhile);
  }

  private static String fault(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(PluginException.class, call).getMessage();
  }

  @Test
  void sharersAreIndicesInOrderEachOnceAndNotTooMany() {
    assertEquals(List.of(0, 2), select(0, 2));
    String order = "; expected indices below 3, ascending, each once";
    assertEquals(
        "sharer selection given: sharers: found [1, 1]" + order, fault(() -> select(1, 1)));
    there.clear();
    assertEquals(
        "sharer selection given: sharers: found [2, 0]" + order, fault(() -> select(2, 0)));
    there.clear();
    assertEquals("sharer selection given: sharers: found [3]" + order, fault(() -> select(3)));
    there.clear();
    assertEquals(
        "sharer selection given: sharers: found [null]" + order,
        fault(() -> select((Integer) null)));
    there.clear();
    assertEquals(
        "sharer selection given: sharers: found 3; expected at most 2",
        fault(() -> select(0, 1, 2)));
  }

  @Test
  void embeddingsAreOnePerUserOfOneWidthAndFinite() {
    float[] row = {1, 2};
    assertEquals(3, encode(row, row, row).length);
    assertEquals(
        "history encoder given: embeddings: found 2; expected 3", fault(() -> encode(row, row)));
    assertEquals(
        "history encoder given: embedding of user u2: found 1 numbers; expected the same width for"
            + " all, at least 1",
        fault(() -> encode(row, row, new float[] {1})));
    assertEquals(
        "history encoder given: embedding of user u1: found Infinity; expected finite numbers",
        fault(() -> encode(row, new float[] {1, Float.POSITIVE_INFINITY}, row)));
  }

  @Test
  void valuesMayBeUntoldButNotInfinite() {
    assertEquals(0.5, value(0.5));
    assertTrue(Double.isNaN(value(Double.NaN)));
    assertTrue(fault(() -> value(Double.NEGATIVE_INFINITY)).startsWith("metric given: value: "));
  }

  @Test
  void oneThatHasLeftIsNotCalled() {
    Metric<NoOptions> metric = guarded(Family.METRIC, (Metric<NoOptions>) new Value(1));
    there.clear();
    assertEquals(
        "metric given: left while the trial ran", fault(() -> metric.value(List.of(), null, NONE)));
  }

  @Test
  void theGuardStandsForWhatIsBehindIt() {
    Metric<NoOptions> one = new Value(1);
    Metric<NoOptions> guarded = guarded(Family.METRIC, one);
    assertSame(one, PluginCalls.behind(guarded));
    assertSame(one, PluginCalls.behind(one));
    assertEquals(guarded, calls.guard(Family.METRIC, one));
    assertEquals(one.hashCode(), guarded.hashCode());
    assertNotEquals(guarded, calls.guard(Family.METRIC, new Value(2)));
    assertEquals("given", guarded.name());
  }

  @Test
  void theInnermostCallWithoutASignIsTheOneThatStalls() {
    List<Optional<String>> seen = new ArrayList<>();
    Metric<NoOptions> inner = guarded(Family.METRIC, watching(() -> seen.add(calls.stalled(0))));
    Metric<NoOptions> outer =
        guarded(Family.METRIC, watching(() -> inner.value(List.of(), null, NONE)));
    assertEquals(Optional.empty(), calls.stalled(0));
    outer.value(List.of(), null, NONE);
    assertEquals(List.of(Optional.of("metric given")), seen);
    assertEquals(Optional.empty(), calls.stalled(0));
    assertEquals(Optional.empty(), calls.stalled(Long.MAX_VALUE));
  }

  @Test
  void whatComesAfterATrialWasGivenUpIsThrownAway() {
    Metric<NoOptions> late = guarded(Family.METRIC, watching(calls::abandon));
    assertThrows(CancelledException.class, () -> late.value(List.of(), null, NONE));
    assertThrows(CancelledException.class, calls::sign);
    assertThrows(CancelledException.class, () -> late.value(List.of(), null, NONE));
  }

  /** Does something while it is called. */
  record Watching(Runnable meanwhile) implements Metric<NoOptions>, Given {

    @Override
    public boolean appliesTo(Task task) {
      return true;
    }

    @Override
    public boolean higherIsBetter() {
      return true;
    }

    @Override
    public double value(List<Prediction> predictions, Task task, NoOptions options) {
      meanwhile.run();
      return 1;
    }
  }
}
