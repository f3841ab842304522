package org.pieceworks.model.llama;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.TestModels;

/** The decoder's promises, other than its numbers. */
class LlamaModelTest {

  private NDManager manager;
  private Decoder model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    manager.getEngine().setRandomSeed(1);
    model = TestModels.lively(TestModels.config(4, 2, false), 5, manager);
  }

  @AfterEach
  void closeModel() {
    model.close();
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void sharedKeyValueHeadsAreTheSameAsRepeatedOnes(int shared) {
    try (BaseModel grouped = TestModels.lively(TestModels.config(4, shared, true), 9, manager);
        BaseModel full = TestModels.lively(TestModels.config(4, 4, true), 10, manager)) {
      Map<String, NDArray> repeated = new LinkedHashMap<>(grouped.parameters());
      repeated.replaceAll(
          (name, array) ->
              name.contains("k_proj") || name.contains("v_proj")
                  ? array.reshape(shared, 8, 24).repeat(0, 4 / shared).reshape(32, 24)
                  : array);
      NDArray tokens = TestModels.tokens(2, 3, 9, 1, manager);
      close(
          logits(grouped, tokens, Adaptation.NONE),
          logits(full.with(repeated), tokens, Adaptation.NONE),
          1e-5);
    }
  }

  @Test
  void laterTokensAndPaddingChangeNothingBefore() {
    NDArray tokens = TestModels.tokens(1, 2, 9, 1, manager);
    NDArray longer = tokens.concat(manager.zeros(new Shape(1, 2, 5), tokens.getDataType()), 2);
    NDArray whole = model.hidden(longer, Adaptation.NONE).reshape(2, 14, 24).get(":, :9");
    close(whole, model.hidden(tokens, Adaptation.NONE).reshape(2, 9, 24), 1e-5);
  }

  @Test
  void everyMemberIsComputedAsIfAlone() {
    NDArray tokens = TestModels.tokens(3, 2, 9, 1, manager);
    Adaptation together = TestModels.dense(model, 3, LayerWeights.MODULES, manager);
    NDArray all = model.hidden(tokens, together);
    for (int m = 0; m < 3; m++) {
      NDArray own = tokens.get(m + ":" + (m + 1));
      int member = m;
      Adaptation alone =
          (site, x, y) -> {
            NDArray three = together.apply(site, x.repeat(0, 3), y.repeat(0, 3));
            return three.get(member + ":" + (member + 1));
          };
      close(all.get(m + ":" + (m + 1)), model.hidden(own, alone), 1e-5);
    }
  }

  @Test
  void labelStatesAreThoseOfAWholePassAndSoAreTheirGradients() {
    List<List<Example>> examples =
        List.of(
            List.of(
                AnswerExample.of(new int[] {5, 9, 4}, new int[] {7, 8}),
                AnswerExample.of(new int[] {6}, new int[] {3})),
            List.of(AnswerExample.of(new int[] {4, 4, 5, 6, 7}, new int[] {9, 8, 7})),
            List.of());
    TokenBatch batch = TokenBatch.of(examples, manager);
    Map<Site, NDArray> shifts = new LinkedHashMap<>();
    for (SiteShape shape : model.sites()) {
      if (!shape.site().virtual()) {
        NDArray shift = manager.randomNormal(new Shape(3, 1, shape.out()));
        shift.setRequiresGradient(true);
        shifts.put(shape.site(), shift);
      }
    }
    Adaptation virtual = TestModels.virtual(3, manager);
    Adaptation all =
        (site, x, y) ->
            site.virtual() ? virtual.apply(site, x, y) : y.mul(shifts.get(site)); // per member
    List<float[]> states = new ArrayList<>();
    List<Map<Site, float[]>> gradients = new ArrayList<>();
    for (Adaptation one : List.of(all, Adaptation.positionwise(all))) {
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray picked = model.labelStates(batch, one);
        states.add(picked.toFloatArray());
        collector.backward(picked.square().sum());
      }
      Map<Site, float[]> own = new LinkedHashMap<>();
      shifts.forEach(
          (site, shift) -> {
            own.put(site, shift.getGradient().toFloatArray());
            shift.getGradient().subi(shift.getGradient().duplicate());
          });
      gradients.add(own);
    }
    assertEquals(6 * 24, states.get(0).length);
    assertArrayEquals(states.get(0), states.get(1), 1e-5f);
    gradients
        .get(0)
        .forEach(
            (site, expected) -> {
              float scale = 1e-4f * (1 + largest(expected));
              assertArrayEquals(expected, gradients.get(1).get(site), scale, site.toString());
            });
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void whoHasSeenEnoughIsShownNoMore() {
    NDArray tokens = TestModels.tokens(2, 3, 5, 1, manager);
    List<Site> seen = new ArrayList<>();
    Site last = new Site(1, "o_proj");
    model.hidden(
        tokens,
        new Adaptation() {
          @Override
          public NDArray apply(Site site, NDArray input, NDArray output) {
            seen.add(site);
            return output;
          }

          @Override
          public boolean done() {
            return seen.contains(last);
          }
        });
    assertEquals(last, seen.get(seen.size() - 1));
  }

  @Test
  void adaptationSeesEverySiteOnceInForwardOrder() {
    NDArray tokens = TestModels.tokens(2, 3, 5, 1, manager);
    List<SiteShape> seen = new ArrayList<>();
    model.hidden(
        tokens,
        (site, x, y) -> {
          assertEquals(new Shape(2, 15), x.getShape().slice(0, 2));
          seen.add(new SiteShape(site, (int) x.getShape().get(2), (int) y.getShape().get(2)));
          return y;
        });
    assertEquals(model.sites(), seen);
    assertEquals(1 + 3 * 8, seen.size());
    assertEquals(new SiteShape(Site.PROMPT, 24, 24), seen.get(0));
    assertEquals(new SiteShape(Site.prefix(0), 24, 32), seen.get(1));
    assertEquals(new SiteShape(new Site(0, "k_proj"), 24, 16), seen.get(3));
    assertEquals(new SiteShape(new Site(2, "down_proj"), 40, 24), seen.get(24));
  }

  @Test
  void aPromptOfEmbeddedWordsIsReadAsTheseWords() {
    NDArray words = TestModels.tokens(2, 1, 3, 4, manager);
    NDArray tokens = TestModels.tokens(2, 3, 5, 1, manager);
    NDArray embedded = model.parameters().get("model.embed_tokens.weight").get(words.flatten());
    NDArray prompt = embedded.reshape(2, 3, 24);
    Adaptation adaptation = (site, x, y) -> site.equals(Site.PROMPT) ? prompt : y;
    NDArray spelledOut = words.repeat(1, 3).concat(tokens, 2);
    NDArray whole = model.hidden(spelledOut, Adaptation.NONE).reshape(6, 8, 24).get(":, 3:");
    close(whole, model.hidden(tokens, adaptation).reshape(6, 5, 24), 1e-5);
  }

  @Test
  void behindVirtualTokensPaddingChangesNothing() {
    Adaptation adaptation = TestModels.virtual(2, manager);
    NDArray tokens = TestModels.tokens(2, 2, 9, 1, manager);
    NDArray longer = tokens.concat(manager.zeros(new Shape(2, 2, 5), DataType.INT64), 2);
    NDArray whole = model.hidden(longer, adaptation).reshape(4, 14, 24).get(":, :9");
    NDArray own = model.hidden(tokens, adaptation).reshape(4, 9, 24);
    close(whole, own, 1e-5);
    assertNotEquals(own, model.hidden(tokens, Adaptation.NONE).reshape(4, 9, 24));
  }

  @Test
  void mergedChangesActLikeAdaptations() {
    Map<Site, NDArray> deltas = new LinkedHashMap<>();
    TestModels.modules(model)
        .forEach(
            shape ->
                deltas.put(
                    shape.site(),
                    manager.randomNormal(
                        0, 0.05f, new Shape(shape.out(), shape.in()), DataType.FLOAT32)));
    NDArray tokens = TestModels.tokens(1, 3, 9, 1, manager);
    NDArray before = model.hidden(tokens, Adaptation.NONE);
    Adaptation adaptation =
        (site, x, y) -> site.virtual() ? y : y.add(x.matMul(deltas.get(site).transpose()));
    try (BaseModel merged = model.merged(deltas)) {
      close(model.hidden(tokens, adaptation), merged.hidden(tokens, Adaptation.NONE), 1e-4);
      assertNotEquals(model.hash(), merged.hash());
    }
    assertEquals(before, model.hidden(tokens, Adaptation.NONE));
  }

  @Test
  void changeToASiteThatIsNotThereIsNamed() {
    Map<Site, NDArray> unknown = Map.of(new Site(3, "q_proj"), manager.ones(new Shape(32, 24)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> model.merged(unknown)).getMessage();
    assertTrue(message.contains("layers.3.q_proj"), message);
    Map<Site, NDArray> turned = Map.of(new Site(0, "q_proj"), manager.ones(new Shape(24, 32)));
    message = assertThrows(IllegalArgumentException.class, () -> model.merged(turned)).getMessage();
    assertTrue(message.contains("(24, 32)") && message.contains("(32, 24)"), message);
  }

  @Test
  void closingAModelOverBorrowedWeightsLeavesTheirOwnerOpen() {
    NDArray tokens = TestModels.tokens(1, 1, 4, 1, manager);
    NDArray before = model.hidden(tokens, Adaptation.NONE);
    BaseModel borrowing = model.with(model.parameters());
    assertEquals(before, borrowing.hidden(tokens, Adaptation.NONE));
    borrowing.close();
    assertEquals(before, model.hidden(tokens, Adaptation.NONE));
  }

  @Test
  void passesLeaveNothingInTheManagers() {
    Adaptation adaptation = TestModels.dense(model, 2, List.of("q_proj"), manager);
    int[] sizes = new int[3];
    for (int i = 0; i < sizes.length; i++) {
      try (NDManager pass = manager.newSubManager()) {
        logits(model, TestModels.tokens(2, 3, 7 + i, 1, pass), adaptation);
        logits(model.with(model.parameters()), TestModels.tokens(2, 3, 7, 1, pass), adaptation);
      }
      sizes[i] =
          manager.getManagedArrays().size() + 1000 * model.manager().getManagedArrays().size();
    }
    assertEquals(sizes[0], sizes[1]);
    assertEquals(sizes[1], sizes[2]);
  }

  @Test
  void tablesGrowWithTheLongestSequence() {
    NDArray shorter = TestModels.tokens(1, 1, 40, 1, manager);
    NDArray before = model.hidden(shorter, Adaptation.NONE);
    NDArray longer = model.hidden(TestModels.tokens(1, 1, 200, 1, manager), Adaptation.NONE);
    assertEquals(new Shape(1, 200, 24), longer.getShape());
    assertEquals(before, model.hidden(shorter, Adaptation.NONE));
  }

  @Test
  void sameSeedMakesTheSameModel() {
    try (BaseModel same = TestModels.lively(model.config(), 5, manager);
        BaseModel other = TestModels.lively(model.config(), 6, manager)) {
      assertEquals(model.hash(), same.hash());
      assertNotEquals(model.hash(), other.hash());
      assertArrayEquals(
          model.parameters().keySet().toArray(), same.parameters().keySet().toArray());
    }
  }

  private static NDArray logits(BaseModel model, NDArray tokens, Adaptation adaptation) {
    return model.logits(model.hidden(tokens, adaptation));
  }

  private static void close(NDArray expected, NDArray found, double tolerance) {
    double difference = expected.sub(found).abs().max().getFloat();
    assertTrue(difference <= tolerance, "differ by " + difference);
    assertTrue(expected.abs().max().getFloat() > 0.1, "nothing to compare");
  }
}
