package org.pieceworks.testkit.peft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pieceworks.testkit.peft.PeftBench.assertClose;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Axis;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.peft.PeftType.Imported;
import org.pieceworks.api.peft.Place;
import org.pieceworks.api.training.TrainingOptions;
import org.pieceworks.api.training.TrainingOptions.Schedule;
import org.pieceworks.testkit.peft.PeftBench.Architecture;

/**
 * What every PEFT type keeps, on a decoder and on an encoder. A test of a type extends it and names
 * the type with options, without dropout.
 */
public abstract class PeftTypeContract<O extends Record> {

  private static final TrainingOptions FEW_STEPS =
      new TrainingOptions(1e-3, 0, 4, 1, 3, 1, Schedule.CONSTANT, 0.9, 0.95, 1e-4);

  /** The type and its options; both small models have some of its modules. */
  protected abstract ConfiguredPeft<O> peft();

  /** Whether Hugging Face PEFT can express its adapters on a model. */
  protected boolean expressible(BaseModel model) {
    return true;
  }

  /** Tensors that training leaves as they are, by their names in the form. */
  protected Set<String> frozen() {
    return Set.of();
  }

  /** A learning rate at which 30 steps lower the loss on the examples trained on. */
  protected double rate() {
    return 1e-2;
  }

  @ParameterizedTest
  @EnumSource
  void describesItself(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      assertTrue(peft().type().name().matches("[a-z0-9]+(-[a-z0-9]+)*"), peft().type().name());
      assertFalse(peft().type().summary().isBlank());
      assertEquals(peft().options().getClass(), peft().type().optionsType());
      assertEquals(peft().type().name(), peft().form().peft());
    }
  }

  @ParameterizedTest
  @EnumSource
  void freshAdaptersChangeNothingUnlessTheyAreVirtualTokens(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      NDArray plain = bench.plain(2);
      NDArray adapted = bench.hidden(bench.adapters().create(2, 5, bench.manager()));
      if (peft().form().virtual()) {
        assertNotEquals(plain.sub(adapted).abs().max().getFloat(), 0f);
      } else {
        assertClose(plain, adapted, 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void neutralAdaptersAreShapedAsFreshOnesAndChangeNothing(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank fresh = bench.adapters().create(1, 5, bench.manager());
      Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
      fresh
          .tensors()
          .keySet()
          .forEach(site -> tensors.put(site, bench.adapters().neutral(site, bench.manager())));
      Bank neutral = new Bank(tensors);
      assertEquals(PeftBench.shapes(fresh), PeftBench.shapes(neutral));
      if (peft().form().virtual()) {
        neutral.flat().values().forEach(a -> assertEquals(0f, a.abs().max().getFloat()));
      } else {
        assertClose(bench.plain(1), bench.hidden(neutral), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void allMembersStartAlikeAndTheSameSeedGivesTheSame(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Map<String, NDArray> three = bench.adapters().create(3, 5, bench.manager()).flat();
      Map<String, NDArray> one = bench.adapters().create(1, 5, bench.manager()).flat();
      three.forEach(
          (name, tensor) -> {
            for (int member = 0; member < 3; member++) {
              assertArrayEquals(
                  one.get(name).get(0).toFloatArray(), tensor.get(member).toFloatArray(), name);
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFormNamesWhatIsCreated(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      AdapterForm form = peft().form();
      Bank bank = bench.adapters().create(2, 5, bench.manager());
      List<SiteShape> expected =
          bench.model().sites().stream()
              .filter(shape -> form.modules().containsKey(shape.site().module()))
              .toList();
      assertEquals(
          expected.stream().map(SiteShape::site).toList(), List.copyOf(bank.tensors().keySet()));
      for (SiteShape shape : expected) {
        Map<String, List<Axis>> axes = form.modules().get(shape.site().module());
        Map<String, NDArray> tensors = bank.tensors().get(shape.site());
        assertEquals(axes.keySet(), tensors.keySet());
        axes.forEach((name, own) -> checkAxes(shape, tensors.get(name), own));
        form.factors()
            .ifPresent(
                factors -> {
                  assertEquals(List.of(Axis.INNER, Axis.IN), axes.get(factors.read()));
                  assertEquals(List.of(Axis.OUT, Axis.INNER), axes.get(factors.write()));
                });
      }
    }
  }

  private static void checkAxes(SiteShape shape, NDArray tensor, List<Axis> axes) {
    assertEquals(1 + axes.size(), tensor.getShape().dimension());
    assertEquals(2, tensor.getShape().get(0));
    boolean prefix = shape.site().equals(Site.prefix(shape.site().layer()));
    for (int i = 0; i < axes.size(); i++) {
      long width = tensor.getShape().get(i + 1);
      switch (axes.get(i)) {
        case IN -> assertEquals(shape.in(), width);
        case OUT -> assertEquals(prefix ? shape.out() / 2 : shape.out(), width);
        case INNER -> assertTrue(width > 0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void membersSideBySideActAsEachAlone(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(3);
      NDArray together = bench.hidden(bank);
      for (int member = 0; member < 3; member++) {
        Bank alone = bank.select(new int[] {member}, bench.manager());
        assertClose(together.get(member).expandDims(0), bench.hidden(alone, member), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeAtAPositionFollowsFromThatPositionAlone(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(2);
      for (SiteShape shape : bench.model().sites()) {
        Map<String, NDArray> tensors = bank.tensors().get(shape.site());
        if (tensors != null && !shape.site().virtual()) {
          NDArray input = bench.manager().randomNormal(new Shape(2, 6, shape.in()));
          NDArray output = bench.manager().randomNormal(new Shape(2, 6, shape.out()));
          NDArray all = bench.adapters().change(shape.site(), tensors, input, output, false);
          NDArray some =
              bench
                  .adapters()
                  .change(shape.site(), tensors, input.get(":, 2:4"), output.get(":, 2:4"), false);
          assertClose(all.get(":, 2:4"), some, 1e-5);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesOfSeveralModulesAreThoseOfEachTimesTheirFactors(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(2);
      List<SiteShape> siblings =
          bench.model().sites().stream()
              .filter(shape -> bank.tensors().containsKey(shape.site()))
              .filter(
                  shape -> !shape.site().virtual() && shape.in() == bench.model().config().width())
              .toList();
      if (siblings.isEmpty()) {
        return;
      }
      NDArray input = bench.manager().randomNormal(new Shape(2, 6, siblings.get(0).in()));
      List<Place> places = new ArrayList<>();
      for (SiteShape shape : siblings) {
        NDArray output = bench.manager().randomNormal(new Shape(2, 6, shape.out()));
        NDArray factor =
            places.size() % 2 == 0 ? null : bench.manager().randomUniform(0, 1, new Shape(2, 6, 1));
        places.add(new Place(shape.site(), bank.tensors().get(shape.site()), output, factor));
      }
      List<NDArray> together = bench.adapters().changes(places, input, false);
      for (int i = 0; i < places.size(); i++) {
        Place place = places.get(i);
        NDArray alone =
            bench.adapters().change(place.site(), place.tensors(), input, place.output(), false);
        NDArray expected = place.factor() == null ? alone : alone.mul(place.factor());
        assertClose(expected, together.get(i), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPassLeavesNothingWithTheBankOrTheModel(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft());
        NDManager owner = bench.manager().newSubManager()) {
      Bank bank = bench.adapters().create(2, 5, owner);
      int held = owner.getManagedArrays().size();
      int frozen = bench.model().manager().getManagedArrays().size();
      NDArray first = bench.hidden(bank);
      assertEquals(held, owner.getManagedArrays().size());
      int again = bench.model().manager().getManagedArrays().size();
      assertClose(first, bench.hidden(bank), 0);
      // The model may make tables in its first pass.
      assertTrue(again >= frozen);
      assertEquals(again, bench.model().manager().getManagedArrays().size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingReachesEveryTensorAndLowersTheLoss(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.adapters().create(2, 5, bench.manager());
      Bank before = bank.select(new int[] {0, 1}, bench.manager());
      double[] at = bench.loss(before);
      bench.train(bank, new int[] {0, 1}, training());
      double[] after = bench.loss(bank);
      for (int member = 0; member < 2; member++) {
        assertTrue(after[member] < at[member], after[member] + " is not below " + at[member]);
      }
      Set<String> still = new LinkedHashSet<>();
      bank.flat()
          .forEach(
              (name, tensor) -> {
                NDArray moved = tensor.sub(before.flat().get(name)).abs();
                for (int member = 0; member < 2; member++) {
                  if (moved.get(member).max().getFloat() == 0) {
                    still.add(name.substring(name.lastIndexOf('.') + 1));
                  }
                }
              });
      assertEquals(frozen(), still);
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingSideBySideIsTrainingAlone(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank together = bench.adapters().create(2, 5, bench.manager());
      Bank alone = bench.adapters().create(1, 5, bench.manager());
      bench.train(together, new int[] {0, 1}, FEW_STEPS);
      bench.train(alone, new int[] {1}, FEW_STEPS);
      assertClose(bench.hidden(together).get(1).expandDims(0), bench.hidden(alone, 1), 1e-4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingIsTheSameWhereLayersAreComputedTwice(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank kept = bench.adapters().create(2, 5, bench.manager());
      Bank twice = bench.adapters().create(2, 5, bench.manager());
      bench.train(kept, new int[] {0, 1}, FEW_STEPS);
      bench.trainCheckpointing(twice, new int[] {0, 1}, FEW_STEPS);
      assertClose(bench.hidden(kept), bench.hidden(twice), 1e-4);
    }
  }

  private TrainingOptions training() {
    return new TrainingOptions(rate(), 0, 8, 1, 30, 1, Schedule.CONSTANT, 0.9, 0.95, 1e-8);
  }

  @ParameterizedTest
  @EnumSource
  void onePieceOfWeightOneIsTheAdapterAgain(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(3);
      for (MergeForm form : MergeForm.values()) {
        Bank merged = bench.merged(bank, new long[][] {{2}, {0}}, new float[][] {{1}, {1}}, form);
        Bank own = bank.select(new int[] {2, 0}, bench.manager());
        assertClose(bench.hidden(own), bench.hidden(merged), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWeightOfZeroTakesNoPart(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(3);
      for (MergeForm form : MergeForm.values()) {
        Bank merged =
            bench.merged(bank, new long[][] {{2, 1}, {1, 0}}, new float[][] {{1, 0}, {0, 1}}, form);
        Bank own = bank.select(new int[] {2, 0}, bench.manager());
        assertClose(bench.hidden(own), bench.hidden(merged), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void factorAverageIsTheWeightedSumOfTheTensors(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Map<String, NDArray> flat = bench.filled(3).flat();
      Bank merged =
          bench.merged(
              Bank.ofFlat(flat),
              new long[][] {{2, 0}},
              new float[][] {{0.75f, 0.25f}},
              MergeForm.FACTOR_AVERAGE);
      merged
          .flat()
          .forEach(
              (name, tensor) -> {
                NDArray own = flat.get(name);
                assertClose(own.get(2).mul(0.75).add(own.get(0).mul(0.25)), tensor.get(0), 1e-6);
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void aProductIsTheWeightedSumOfTheChangesOfTheWeights(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(3);
      if (!peft().form().mergeable()) {
        bank.tensors()
            .forEach(
                (site, tensors) ->
                    assertThrows(
                        UnsupportedOperationException.class,
                        () -> bench.adapters().delta(site, tensors)));
        return;
      }
      Bank merged =
          bench.merged(
              bank,
              new long[][] {{2, 0}, {1, 2}},
              new float[][] {{0.75f, 0.25f}, {0.3f, 0.4f}},
              MergeForm.PRODUCT);
      Adapters adapters = bench.adapters();
      bank.tensors()
          .forEach(
              (site, tensors) -> {
                NDArray each = adapters.delta(site, tensors); // [3, out, in]
                NDArray sums = adapters.delta(site, merged.tensors().get(site)); // [2, out, in]
                assertClose(each.get(2).mul(0.75).add(each.get(0).mul(0.25)), sums.get(0), 1e-5);
                assertClose(each.get(1).mul(0.3).add(each.get(2).mul(0.4)), sums.get(1), 1e-5);
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void theModelWithTheChangeInItsWeightsIsTheAdaptedOne(Architecture architecture) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      if (!peft().form().mergeable()) {
        return;
      }
      Bank bank = bench.filled(1);
      Map<Site, NDArray> deltas = new LinkedHashMap<>();
      bank.tensors()
          .forEach(
              (site, tensors) ->
                  deltas.put(site, bench.adapters().delta(site, tensors).squeeze(0)));
      try (BaseModel merged = bench.model().merged(deltas)) {
        assertClose(bench.hidden(bank), bench.plain(merged, 1), 1e-4);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void returnsFromHuggingFaceFormAsItWentIn(Architecture architecture, @TempDir Path folder) {
    try (PeftBench bench = PeftBench.of(architecture, peft())) {
      Bank bank = bench.filled(2);
      Path directory = folder.resolve("adapter");
      BaseModel model = bench.model();
      if (!expressible(model)) {
        assertThrows(
            BadInputException.class,
            () -> peft().exportTo(directory, bank, 1, ExportBase.of(model, "base")));
        assertFalse(Files.exists(directory));
        return;
      }
      peft().exportTo(directory, bank, 1, ExportBase.of(model, "base"));
      Imported<O> read = peft().type().importFrom(directory, model.config(), bench.manager());
      Bank own = bank.select(new int[] {1}, bench.manager());
      assertEquals(PeftBench.shapes(own), PeftBench.shapes(read.bank()));
      assertEquals(
          List.copyOf(own.tensors().keySet()), List.copyOf(read.bank().tensors().keySet()));
      own.flat().forEach((name, a) -> assertClose(a, read.bank().flat().get(name), 1e-5));
      Adapters again = peft().type().on(model, read.options());
      assertClose(bench.hidden(own), bench.hidden(again, read.bank()), 1e-5);
    }
  }
}
