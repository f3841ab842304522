package org.pieceworks.model.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Encoder;
import org.pieceworks.api.model.EncoderConfig.Pooling;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.TestModels;

class BertModelTest {

  private static final List<String> LABELS = List.of("red", "green", "blue");

  @TempDir Path folder;

  private NDManager manager;
  private BertModel model;

  @BeforeEach
  void create() {
    manager = new Djl().engine().newBaseManager();
    model = TestEncoders.lively(TestEncoders.config(Pooling.MEAN, LABELS), folder, manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void whoHasSeenEnoughIsShownNoMore() {
    NDArray tokens = TestModels.tokens(1, 2, 9, 1, manager).mod(30).add(4);
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
  void paddingChangesNothing() {
    NDArray tokens = TestModels.tokens(1, 2, 9, 1, manager).mod(30).add(4);
    NDArray longer = tokens.concat(manager.zeros(new Shape(1, 2, 5), DataType.INT64), 2);
    NDArray whole = model.hidden(longer, Adaptation.NONE).reshape(2, 14, 24).get(":, :9");
    close(whole, model.hidden(tokens, Adaptation.NONE).reshape(2, 9, 24));
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void labelScoresOfATextDoNotDependOnTheTextsBesideIt(Pooling pooling) {
    BertModel other = TestEncoders.lively(TestEncoders.config(pooling, LABELS), folder, manager);
    List<Example> texts =
        List.of(
            new LabelExample(new int[] {2, 7, 9, 3}, 0),
            new LabelExample(new int[] {2, 30, 8, 7, 21, 22, 3}, 2),
            new LabelExample(new int[] {2, 11, 3}, 1));
    float[] together = scores(other, List.of(texts.subList(0, 2), texts.subList(2, 3)));
    for (int i = 0; i < texts.size(); i++) {
      float[] alone = scores(other, List.of(List.of(texts.get(i))));
      float[] among = Arrays.copyOfRange(together, 3 * i, 3 * i + 3);
      assertArrayEquals(alone, among, 1e-5f);
    }
  }

  private float[] scores(Encoder encoder, List<List<Example>> members) {
    TokenBatch batch = TokenBatch.of(members, manager);
    return encoder.logits(encoder.labelStates(batch, Adaptation.NONE)).toFloatArray();
  }

  @Test
  void meanPoolingIsTheMeanOverTheTextsOwnTokens() {
    TokenBatch batch =
        TokenBatch.of(
            List.of(
                List.of(
                    new LabelExample(new int[] {2, 7, 9, 3}, 0),
                    new LabelExample(new int[] {2, 9, 9, 9, 9, 3}, 0))),
            manager);
    NDArray hidden = model.hidden(batch.tokens(), Adaptation.NONE);
    NDArray mean = hidden.get("0, :4").mean(new int[] {0});
    assertArrayEquals(
        mean.toFloatArray(),
        model.labelStates(batch, Adaptation.NONE).get(0).toFloatArray(),
        1e-5f);
  }

  @Test
  void adaptationSeesEverySiteOnceInForwardOrder() {
    List<SiteShape> seen = new ArrayList<>();
    model.hidden(
        TestModels.tokens(2, 3, 5, 1, manager).mod(30).add(4),
        (site, x, y) -> {
          assertEquals(new Shape(2, 15), x.getShape().slice(0, 2));
          seen.add(new SiteShape(site, (int) x.getShape().get(2), (int) y.getShape().get(2)));
          return y;
        });
    assertEquals(model.sites(), seen);
    assertEquals(new SiteShape(new Site(1, "down_proj"), 40, 24), seen.get(14));
  }

  @Test
  void everyMemberIsComputedAsIfAlone() {
    NDArray tokens = TestModels.tokens(3, 2, 9, 1, manager).mod(30).add(4);
    Adaptation together = TestModels.dense(model, 3, BertNames.MODULES, manager);
    NDArray all = model.hidden(tokens, together);
    for (int m = 0; m < 3; m++) {
      String own = m + ":" + (m + 1);
      Adaptation alone =
          (site, x, y) -> together.apply(site, x.repeat(0, 3), y.repeat(0, 3)).get(own);
      close(all.get(own), model.hidden(tokens.get(own), alone));
    }
  }

  @Test
  void aPromptOfEmbeddedWordsIsReadAsTheseWords() {
    NDArray words = TestModels.tokens(2, 1, 3, 4, manager).mod(30).add(4);
    NDArray tokens = TestModels.tokens(2, 3, 5, 1, manager).mod(30).add(4);
    NDArray table =
        model
            .parameters()
            .get(BertNames.prefix(model.config()) + "embeddings.word_embeddings.weight");
    NDArray prompt = table.get(words.flatten()).reshape(2, 3, 24);
    Adaptation adaptation = (site, x, y) -> site.equals(Site.PROMPT) ? prompt : y;
    NDArray spelledOut = words.repeat(1, 3).concat(tokens, 2);
    NDArray whole = model.hidden(spelledOut, Adaptation.NONE).reshape(6, 8, 24).get(":, 3:");
    close(whole, model.hidden(tokens, adaptation).reshape(6, 5, 24));
  }

  @Test
  void behindVirtualTokensPaddingChangesNothing() {
    Adaptation adaptation = TestModels.virtual(1, manager);
    NDArray tokens = TestModels.tokens(1, 2, 9, 1, manager).mod(30).add(4);
    NDArray longer = tokens.concat(manager.zeros(new Shape(1, 2, 5), DataType.INT64), 2);
    NDArray whole = model.hidden(longer, adaptation).reshape(2, 14, 24).get(":, :9");
    close(whole, model.hidden(tokens, adaptation).reshape(2, 9, 24));
  }

  @Test
  void mergedChangesActLikeAdaptations() {
    Map<Site, NDArray> deltas = new LinkedHashMap<>();
    for (SiteShape shape : TestModels.modules(model)) {
      Shape matrix = new Shape(shape.out(), shape.in());
      deltas.put(shape.site(), manager.randomNormal(0, 0.05f, matrix, DataType.FLOAT32));
    }
    NDArray tokens = TestModels.tokens(1, 3, 9, 1, manager).mod(30).add(4);
    Adaptation adaptation =
        (site, x, y) -> site.virtual() ? y : y.add(x.matMul(deltas.get(site).transpose()));
    try (BaseModel merged = model.merged(deltas)) {
      assertArrayEquals(
          model.hidden(tokens, adaptation).toFloatArray(),
          merged.hidden(tokens, Adaptation.NONE).toFloatArray(),
          1e-4f);
    }
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void aWrittenCheckpointIsReadAsTheSameModel(Pooling pooling) {
    for (List<String> labels : List.of(LABELS, List.<String>of())) {
      BertModel written =
          TestEncoders.lively(TestEncoders.config(pooling, labels), folder, manager);
      Path directory = folder.resolve(pooling + "-" + labels.size());
      written.save(directory, Precision.FLOAT32);
      try (BaseModel read = TestModels.models().load(directory, Precision.FLOAT32, manager)) {
        assertEquals(written.config(), read.config());
        assertEquals(written.hash(), read.hash());
        assertEquals(written.parameters().keySet(), read.parameters().keySet());
      }
    }
  }

  @Test
  void aFreshHeadFindsAllLabelsEquallyLikelyAndKeepsTheRest() {
    BertModel bare =
        TestEncoders.lively(TestEncoders.config(Pooling.POOLER, List.of()), folder, manager);
    Encoder headed = bare.withHead(LABELS);
    assertEquals(LABELS, headed.config().labels());
    List<List<Example>> text = List.of(List.of(new LabelExample(new int[] {2, 7, 3}, 0)));
    assertArrayEquals(new float[3], scores(headed, text));
    NDArray tokens = TestModels.tokens(1, 1, 6, 1, manager).mod(30).add(4);
    close(headed.hidden(tokens, Adaptation.NONE), bare.hidden(tokens, Adaptation.NONE));
    assertTrue(headed.parameters().containsKey("bert.pooler.dense.weight"));
  }

  @Test
  void whatTheEncoderWouldComputeOtherwiseIsRefused() throws IOException {
    Path directory = folder.resolve("checkpoint");
    model.save(directory, Precision.FLOAT32);
    Path config = directory.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("\"gelu\"", "\"relu\""));
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () -> TestModels.models().load(directory, Precision.FLOAT32, manager));
    assertTrue(error.getMessage().contains("hidden_act: found \"relu\""), error.getMessage());
  }

  @Test
  void halfPrecisionWeightsGiveNearlyTheSame() {
    Path directory = folder.resolve("half");
    model.save(directory, Precision.FLOAT16);
    try (BaseModel half = TestModels.models().load(directory, Precision.FLOAT16, manager)) {
      assertInstanceOf(Encoder.class, half);
      NDArray tokens = TestModels.tokens(1, 2, 9, 1, manager).mod(30).add(4);
      assertArrayEquals(
          model.hidden(tokens, Adaptation.NONE).toFloatArray(),
          half.hidden(tokens, Adaptation.NONE).toFloatArray(),
          2e-2f);
    }
  }

  private static void close(NDArray expected, NDArray actual) {
    assertArrayEquals(expected.toFloatArray(), actual.toFloatArray(), 1e-5f);
  }
}
