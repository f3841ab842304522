package org.pieceworks.model.llama;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
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
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.model.TestModels;

/** The decoder is differentiable in its own weights and in what an adaptation brings. */
class GradientTest {

  private NDManager manager;
  private BaseModel model;

  @BeforeEach
  void createModel() {
    manager = new Djl().engine().newBaseManager();
    manager.getEngine().setRandomSeed(1);
    model = TestModels.lively(TestModels.config(4, 2, true), 5, manager);
  }

  @AfterEach
  void closeModel() {
    model.close();
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.embed_tokens.weight",
        "model.layers.0.input_layernorm.weight",
        "model.layers.0.self_attn.q_proj.weight",
        "model.layers.1.self_attn.k_proj.weight",
        "model.layers.1.self_attn.v_proj.weight",
        "model.layers.2.self_attn.o_proj.weight",
        "model.layers.0.mlp.gate_proj.weight",
        "model.layers.1.mlp.up_proj.weight",
        "model.layers.2.mlp.down_proj.weight",
        "model.layers.2.post_attention_layernorm.weight",
        "model.norm.weight"
      })
  void weightsHaveTheGradientOfFiniteDifferences(String name) {
    NDArray tokens = TestModels.tokens(1, 2, 6, 3, manager);
    NDArray weight = model.parameters().get(name).duplicate();
    NDArray direction = manager.randomNormal(0, 1, weight.getShape(), DataType.FLOAT32);
    weight.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(loss(with(name, weight), tokens, Adaptation.NONE));
    }
    double found = weight.getGradient().mul(direction).sum().getFloat();
    weight.setRequiresGradient(false);
    float step = 2e-3f;
    double more =
        loss(with(name, weight.add(direction.mul(step))), tokens, Adaptation.NONE).getFloat();
    double less =
        loss(with(name, weight.sub(direction.mul(step))), tokens, Adaptation.NONE).getFloat();
    double expected = (more - less) / (2 * step);
    assertEquals(expected, found, 0.02 * Math.abs(expected) + 2e-3);
    assertTrue(Math.abs(found) > 1e-4, "no gradient to speak of: " + found);
  }

  @Test
  void adaptationsAtEverySiteGetAGradientForEveryMember() {
    Map<Site, NDArray> scales = new LinkedHashMap<>();
    TestModels.modules(model)
        .forEach(
            shape -> {
              NDArray scale = manager.ones(new Shape(2, 1, shape.out()));
              scale.setRequiresGradient(true);
              scales.put(shape.site(), scale);
            });
    NDArray tokens = TestModels.tokens(2, 3, 7, 3, manager);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(
          loss(model, tokens, (site, x, y) -> site.virtual() ? y : y.mul(scales.get(site))));
    }
    scales.forEach(
        (site, scale) -> {
          float[] sizes = scale.getGradient().abs().sum(new int[] {1, 2}).toFloatArray();
          assertTrue(sizes[0] > 0 && sizes[1] > 0, site + " has no gradient");
        });
  }

  /**
   * Between the passes, memory that the collector frees is given to others: whatever autograd keeps
   * must not be in it.
   */
  @Test
  void garbageCollectionBetweenThePassesChangesNoGradient() throws InterruptedException {
    NDArray tokens = TestModels.tokens(2, 3, 40, 3, manager);
    float[] expected = gradient(tokens, false);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(expected, gradient(tokens, true));
    }
  }

  private float[] gradient(NDArray tokens, boolean collectGarbage) throws InterruptedException {
    String name = "model.layers.0.self_attn.q_proj.weight";
    NDArray weight = model.parameters().get(name).duplicate();
    weight.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray loss = loss(with(name, weight), tokens, Adaptation.NONE);
      if (collectGarbage) {
        reuseFreedMemory();
      }
      collector.backward(loss);
    }
    return weight.getGradient().toFloatArray();
  }

  private static void reuseFreedMemory() throws InterruptedException {
    List<ByteBuffer> taken = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      ReferenceQueue<Object> collected = new ReferenceQueue<>();
      WeakReference<Object> garbage = new WeakReference<>(new Object(), collected);
      System.gc();
      assertSame(garbage, collected.remove());
      for (int i = 0; i < 3000; i++) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4 + i % 16);
        while (buffer.hasRemaining()) {
          buffer.put((byte) 0x41);
        }
        taken.add(buffer);
      }
    }
  }

  private BaseModel with(String name, NDArray weight) {
    Map<String, NDArray> parameters = new LinkedHashMap<>(model.parameters());
    parameters.put(name, weight);
    return model.with(parameters);
  }

  private static NDArray loss(BaseModel model, NDArray tokens, Adaptation adaptation) {
    return model.logits(model.hidden(tokens, adaptation)).logSoftmax(2).get(":,:,5").mean().neg();
  }
}
