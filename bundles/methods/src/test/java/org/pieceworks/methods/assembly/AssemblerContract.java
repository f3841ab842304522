package org.pieceworks.methods.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.AssemblyResult;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.assembly.PieceSearch;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.pool.HeldPieces;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.decomposition.HeadDecomposition;
import org.pieceworks.decomposition.LayerDecomposition;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.gating.prototype.PrototypeOptions;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;
import org.pieceworks.training.StackedTrainer;

/** Holds for every architecture. */
abstract class AssemblerContract {

  private static final int SHARERS = 5;
  private static final LoraOptions LORA =
      new LoraOptions(2, 2, 0, List.of("q_proj", "k_proj", "v_proj", "o_proj"));

  private final ForwardAssembler assembler = new ForwardAssembler(new StackedTrainer());
  private final ConfiguredPeft<LoraOptions> peft = new ConfiguredPeft<>(new Lora(), LORA);
  private final ConfiguredGating<PrototypeOptions> gating =
      new ConfiguredGating<>(new PrototypeGating(), new PrototypeOptions(true, false));
  private NDManager manager;
  private BaseModel model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    model = model(manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void assemblingTogetherEqualsAssemblingAlone() {
    List<List<Example>> histories = List.of(history(4, 1), history(7, 2), history(1, 3));
    AssemblyResult together = assemble(histories, options(2, MergeForm.PRODUCT, 0), modules());
    for (int t = 0; t < histories.size(); t++) {
      AssemblyResult alone =
          assemble(List.of(histories.get(t)), options(2, MergeForm.PRODUCT, 0), modules());
      Assembly expected = alone.assemblies().get(0);
      Assembly actual = together.assemblies().get(t);
      expected
          .pieces()
          .forEach(
              (slot, pieces) -> {
                for (int i = 0; i < pieces.size(); i++) {
                  assertEquals(pieces.get(i).piece(), actual.pieces().get(slot).get(i).piece());
                  assertEquals(
                      pieces.get(i).weight(), actual.pieces().get(slot).get(i).weight(), 1e-4);
                }
              });
    }
  }

  @Test
  void whatATargetKeepsExpandsToTheSameAdapter() {
    for (MergeForm form : MergeForm.values()) {
      AssemblyResult result =
          assemble(List.of(history(4, 1), history(3, 2)), options(3, form, 0), modules());
      List<Assembly> kept =
          result.assemblies().stream().map(a -> assembler.decode(assembler.encode(a))).toList();
      Bank again = assembler.expand(kept, modules(), offered(modules()), peft.on(model), manager);
      result
          .bank()
          .flat()
          .forEach(
              (name, array) ->
                  assertArrayEquals(array.toFloatArray(), again.flat().get(name).toFloatArray()));
    }
  }

  @Test
  void laterSlotsSeeAnAlreadyPersonalModel() {
    List<Slot> slots = modules();
    AssemblyResult whole =
        assemble(List.of(history(4, 1)), options(1, MergeForm.PRODUCT, 0), slots);
    AssemblyResult last =
        assemble(
            List.of(history(4, 1)),
            options(1, MergeForm.PRODUCT, 0),
            slots.subList(slots.size() - 1, slots.size()));
    float[] personal = whole.scores()[slots.size() - 1][0];
    float[] base = last.scores()[0][0];
    double difference = 0;
    for (int i = 0; i < base.length; i++) {
      difference = Math.max(difference, Math.abs(personal[i] - base[i]));
    }
    assertTrue(difference > 1e-4, "scores differ by " + difference);
  }

  @Test
  void perBatchSelectionAveragesTheBatches() {
    AssemblyResult batches =
        assemble(List.of(history(4, 1)), options(1, MergeForm.PRODUCT, 2), modules());
    AssemblyResult first =
        assemble(List.of(history(4, 1).subList(0, 2)), options(1, MergeForm.PRODUCT, 0), modules());
    AssemblyResult second =
        assemble(List.of(history(4, 1).subList(2, 4)), options(1, MergeForm.PRODUCT, 0), modules());
    Adapters lora = peft.on(model);
    batches
        .bank()
        .tensors()
        .forEach(
            (site, tensors) -> {
              NDArray expected =
                  lora.delta(site, first.bank().tensors().get(site))
                      .add(lora.delta(site, second.bank().tensors().get(site)))
                      .div(2);
              assertArrayEquals(
                  expected.toFloatArray(), lora.delta(site, tensors).toFloatArray(), 1e-5f);
            });
  }

  @Test
  void layerSlotsChooseOnceForTheWholeLayer() {
    List<Slot> layers = new LayerDecomposition().slots(plan(), new NoOptions());
    AssemblyResult result =
        assemble(List.of(history(4, 1)), options(2, MergeForm.PRODUCT, 0), layers);
    assertEquals(2, result.assemblies().get(0).pieces().size());
    assertEquals(8, result.bank().tensors().size());
  }

  @Test
  void headsOfAModuleTakeThePiecesOfDifferentSharers() {
    ConfiguredDecomposition<NoOptions> heads =
        new ConfiguredDecomposition<>(new HeadDecomposition(), new NoOptions());
    List<Slot> slots = heads.slots(plan());
    Adapters lora = peft.on(model);
    Bank sharers = sharers();
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    heads
        .pieces(slots, sharers, plan(), lora, manager)
        .forEach((key, bank) -> offered.put(key, pieces(slot(slots, key), bank)));
    AssemblyResult result =
        assemble(
            List.of(history(4, 1), history(5, 2)),
            options(1, MergeForm.PRODUCT, 0),
            slots,
            offered);
    int width = model.config().headWidth();
    int mixed = 0;
    for (int t = 0; t < 2; t++) {
      Map<Site, Integer> first = new LinkedHashMap<>();
      for (Slot slot : slots) {
        Site site = slot.sites().get(0);
        int sharer = result.assemblies().get(t).pieces().get(slot.key()).get(0).piece();
        mixed += first.computeIfAbsent(site, s -> sharer) == sharer ? 0 : 1;
        String head = slot.part() * width + ":" + (slot.part() + 1) * width;
        String at = site.module().equals("o_proj") ? ", :, " + head : ", " + head;
        NDArray own = lora.delta(site, sharers.tensors().get(site)).get(sharer + at);
        NDArray assembled = lora.delta(site, result.bank().tensors().get(site)).get(t + at);
        assertArrayEquals(own.toFloatArray(), assembled.toFloatArray(), 1e-6f, slot.key());
      }
    }
    assertTrue(mixed > 0, "no module mixes sharers");
  }

  @Test
  void aChoiceForAllSlotsHasTheSameSharersAndWeightsEverywhere() {
    AssemblyOptions options = options(2, ChoiceScope.WHOLE, 0);
    AssemblyResult result = assemble(List.of(history(4, 1), history(3, 2)), options, modules());
    for (Assembly assembly : result.assemblies()) {
      List<List<WeightedPiece>> each = List.copyOf(assembly.pieces().values());
      assertEquals(8, each.size());
      each.forEach(pieces -> assertEquals(each.get(0), pieces));
    }
  }

  @Test
  void aChoiceForAModuleHasTheSameSharersInAllLayers() {
    AssemblyOptions options = options(2, ChoiceScope.MODULE, 0);
    Assembly assembly = assemble(List.of(history(4, 1)), options, modules()).assemblies().get(0);
    Set<List<WeightedPiece>> distinct = new HashSet<>();
    for (String module : LORA.modules()) {
      List<WeightedPiece> pieces = assembly.pieces().get("layers.0." + module);
      assertEquals(pieces, assembly.pieces().get("layers.1." + module));
      distinct.add(pieces);
    }
    assertTrue(distinct.size() > 1, "all modules have the same sharers");
  }

  @Test
  void sharedChoicesGoByWhatAnAlreadyPersonalModelGives() {
    List<List<Example>> histories = List.of(history(4, 1));
    float[][][] shared = assemble(histories, options(1, ChoiceScope.WHOLE, 0), modules()).scores();
    float[][][] each = assemble(histories, options(1, ChoiceScope.SLOT, 0), modules()).scores();
    assertArrayEquals(each[each.length - 1][0], shared[each.length - 1][0]);
  }

  @Test
  void drawsDoNotDependOnWhoElseIsAssembled() {
    AssemblyOptions options = options(2, ChoiceScope.SLOT, SHARERS);
    List<List<Example>> histories = List.of(history(4, 1), history(7, 2));
    Assembly together = assemble(histories, options, modules()).assemblies().get(0);
    Assembly alone = assemble(histories.subList(0, 1), options, modules()).assemblies().get(0);
    Assembly best =
        assemble(histories.subList(0, 1), options(2, ChoiceScope.SLOT, 0), modules())
            .assemblies()
            .get(0);
    assertEquals(numbers(alone), numbers(together));
    assertNotEquals(numbers(alone), numbers(best));
  }

  private static List<List<Integer>> numbers(Assembly assembly) {
    return assembly.pieces().values().stream()
        .map(pieces -> pieces.stream().map(WeightedPiece::piece).toList())
        .toList();
  }

  /** Random adapters of all sharers. */
  private Bank sharers() {
    Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
    for (SiteShape shape : sites()) {
      int seed = shape.site().hashCode();
      tensors.put(
          shape.site(),
          Map.of(
              "A", random(new Shape(SHARERS, 2, shape.in()), seed),
              "B", random(new Shape(SHARERS, shape.out(), 2), seed + 1)));
    }
    return new Bank(tensors);
  }

  private static Slot slot(List<Slot> slots, String key) {
    return slots.stream().filter(slot -> slot.key().equals(key)).findFirst().orElseThrow();
  }

  @Test
  void aSearchThatFindsEnoughChoosesAsScoringAllDoes() {
    List<List<Example>> histories = List.of(history(4, 1), history(7, 2));
    AssemblyResult exact = assemble(histories, options(2, MergeForm.PRODUCT, 0), modules());
    AssemblyResult found = assemble(histories, searching(0, ChoiceScope.SLOT, 3), modules());
    for (int t = 0; t < histories.size(); t++) {
      Map<String, List<WeightedPiece>> expected = exact.assemblies().get(t).pieces();
      Map<String, List<WeightedPiece>> actual = found.assemblies().get(t).pieces();
      expected.forEach(
          (slot, pieces) -> {
            for (int i = 0; i < pieces.size(); i++) {
              assertEquals(pieces.get(i).piece(), actual.get(slot).get(i).piece());
              assertEquals(pieces.get(i).weight(), actual.get(slot).get(i).weight(), 1e-5);
            }
          });
      int scored = 0;
      for (float score : found.scores()[0][t]) {
        scored += Float.isNaN(score) ? 0 : 1;
      }
      assertEquals(3, scored, "only what was found has a score");
    }
  }

  @Test
  void aSearchIsRefusedWhereAllScoresAreAskedFor() {
    List<List<Example>> histories = List.of(history(4, 1));
    for (AssemblyOptions options :
        List.of(searching(0.9, ChoiceScope.SLOT, 3), searching(0, ChoiceScope.WHOLE, 3))) {
      BadInputException error =
          assertThrows(BadInputException.class, () -> assemble(histories, options, modules()));
      assertTrue(error.getMessage().contains("assembly.search"), error.getMessage());
    }
    ConfiguredGating<?> centred =
        new ConfiguredGating<>(new PrototypeGating(), new PrototypeOptions(true, true));
    AssemblyRequest request =
        new AssemblyRequest(
            modules(),
            offered(modules()),
            "cd".repeat(32),
            List.of("target"),
            histories,
            searching(0, ChoiceScope.SLOT, 3),
            1,
            Optional.empty());
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () ->
                assembler.assemble(
                    model, peft.on(model), centred, request, manager, Progress.SILENT));
    assertTrue(error.getMessage().contains("prototype"), error.getMessage());
  }

  private static AssemblyOptions searching(double topP, ChoiceScope choice, int found) {
    return new AssemblyOptions(
        2, 1, topP, 1, 0, 1, choice, MergeForm.PRODUCT, 0, 0, PieceSearch.HNSW, found);
  }

  @Test
  void refusesATargetWithoutAnyAnswer() {
    List<List<Example>> histories =
        List.of(List.of(new AnswerExample(new int[] {1, 5, 6}, new boolean[3])));
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () -> assemble(histories, options(1, MergeForm.PRODUCT, 0), modules()));
    assertTrue(error.getMessage().contains("target-0"), error.getMessage());
  }

  private AssemblyResult assemble(
      List<List<Example>> histories, AssemblyOptions options, List<Slot> slots) {
    return assemble(histories, options, slots, offered(slots));
  }

  private AssemblyResult assemble(
      List<List<Example>> histories,
      AssemblyOptions options,
      List<Slot> slots,
      Map<String, SlotPieces> offered) {
    List<String> targets = new ArrayList<>();
    for (int t = 0; t < histories.size(); t++) {
      targets.add("target-" + t);
    }
    AssemblyRequest request =
        new AssemblyRequest(
            slots, offered, "cd".repeat(32), targets, histories, options, 1, Optional.empty());
    return assembler.assemble(model, peft.on(model), gating, request, manager, Progress.SILENT);
  }

  private static AssemblyOptions options(int topK, MergeForm form, int batch) {
    return new AssemblyOptions(topK, 1, 0, 1, 0, 1, ChoiceScope.SLOT, form, 0, batch);
  }

  private static AssemblyOptions options(int topK, ChoiceScope choice, int sample) {
    return new AssemblyOptions(topK, 1, 0, 1, sample, 1, choice, MergeForm.PRODUCT, 0, 0);
  }

  private List<SiteShape> sites() {
    return model.sites().stream()
        .filter(shape -> LORA.modules().contains(shape.site().module()))
        .toList();
  }

  private AdapterPlan plan() {
    return AdapterPlan.of(peft.form(), model.sites(), model.config());
  }

  private List<Slot> modules() {
    return new ModuleDecomposition().slots(plan(), new NoOptions());
  }

  /** The same random pieces every time. */
  private Map<String, SlotPieces> offered(List<Slot> slots) {
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    for (Slot slot : slots) {
      Map<Site, Map<String, NDArray>> tensors = new LinkedHashMap<>();
      for (Site site : slot.sites()) {
        tensors.put(
            site,
            Map.of(
                "A", random(new Shape(SHARERS, 2, 16), site.hashCode()),
                "B", random(new Shape(SHARERS, 16, 2), site.hashCode() + 1)));
      }
      offered.put(slot.key(), pieces(slot, new Bank(tensors)));
    }
    return offered;
  }

  private SlotPieces pieces(Slot slot, Bank tensors) {
    int[] numbers = IntStream.range(0, SHARERS).toArray();
    List<String> sharers = IntStream.of(numbers).mapToObj(s -> "sharer-" + s).toList();
    NDArray gates = random(new Shape(SHARERS, slot.gate().in()), slot.key().hashCode());
    return new HeldPieces(slot.key(), numbers, sharers, tensors, gates);
  }

  private NDArray random(Shape shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * random.nextDouble() - 1);
    }
    return manager.create(values, shape);
  }

  /** A small model of one architecture. */
  abstract BaseModel model(NDManager manager);

  /** One history item as that architecture sees it. */
  abstract Example example(SplittableRandom random);

  private List<Example> history(int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      examples.add(example(random));
    }
    return examples;
  }
}
