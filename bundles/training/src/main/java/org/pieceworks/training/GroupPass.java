package org.pieceworks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.pieceworks.api.Progress;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.LayeredPass;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.training.Tuning;

/**
 * One group's way forward and back.
 *
 * @param frozen tensors of the group's members that take part as they are
 */
record GroupPass(
    BaseModel model,
    Tuning tuning,
    FlatParameters flat,
    Map<String, NDArray> frozen,
    TokenBatch batch) {

  private static final int SPREAD = 1_000_003;

  /**
   * Adds the gradients to the leaf's.
   *
   * @param leaf the members' parameters, {@code [members, numbers]}
   * @param noise seeds dropout where layers are computed twice
   * @return the loss of every label
   */
  float[] backward(NDArray leaf, int noise, Progress progress) {
    Map<String, NDArray> now = tensors(leaf);
    return model.checkpointing() && tuning.adaptation(now).positionwise()
        ? layerByLayer(leaf, noise, progress)
        : whole(leaf, progress);
  }

  private Map<String, NDArray> tensors(NDArray leaf) {
    Map<String, NDArray> now = new LinkedHashMap<>(flat.views(leaf));
    now.putAll(frozen);
    return now;
  }

  private float[] whole(NDArray leaf, Progress progress) {
    try (Collecting collector = Collecting.begin(progress)) {
      Map<String, NDArray> now = tensors(leaf);
      BaseModel tuned = tuning.model(model, now);
      NDArray states = tuned.labelStates(batch, tuning.adaptation(now));
      return backward(Loss.perLabel(tuned, states, batch), collector);
    }
  }

  private float[] backward(NDArray loss, Collecting collector) {
    float[] perLabel = loss.toFloatArray();
    collector.backward(loss.mul(batch.labelWeights()).sum());
    return perLabel;
  }

  /**
   * Keeps what enters each layer, and on the way back takes each layer again with the gradient of
   * what left it.
   */
  private float[] layerByLayer(NDArray leaf, int noise, Progress progress) {
    LayeredPass pass = model.layered(batch);
    // One collector for all: another one would set the gradients so far to zero.
    try (Collecting collector = Collecting.begin(progress);
        NDManager holder = leaf.getManager().newSubManager()) {
      NDArray still = leaf.stopGradient(); // the way forward leaves nothing for a way back
      still.attach(holder);
      NDArray embedded = pass.embedded(adaptation(still, noise));
      embedded.attach(holder);
      List<NDArray> entering = new ArrayList<>(List.of(embedded));
      for (int layer = 0; layer < pass.layers(); layer++) {
        NDArray x = entering.get(layer);
        try (NDManager scope = holder.newSubManager()) {
          x.attach(scope);
          NDArray y = pass.layer(layer, x, adaptation(still, noise + (layer + 1) * SPREAD));
          y.attach(holder);
          x.attach(holder);
          entering.add(y);
        }
      }
      float[] perLabel = head(leaf, pass, entering.get(pass.layers()), collector);
      for (int layer = pass.layers() - 1; layer >= 0; layer--) {
        int at = layer;
        NDArray x = entering.get(layer);
        x.setRequiresGradient(true);
        try (NDArray y = entering.get(layer + 1);
            NDArray gradient = y.getGradient();
            NDManager scope = holder.newSubManager()) {
          x.attach(scope);
          int again = noise + (layer + 1) * SPREAD;
          back(() -> pass.layer(at, x, adaptation(leaf, again)), gradient, collector);
          x.attach(holder);
        }
      }
      if (embedded.getShape().get(1) > batch.tokens().size() / batch.tokens().getShape().get(0)) {
        // Virtual tokens, which are trained, stand before the text, which is not.
        try (NDArray gradient = embedded.getGradient()) {
          back(() -> pass.embedded(adaptation(leaf, noise)), gradient, collector);
        }
      }
      return perLabel;
    }
  }

  private float[] head(NDArray leaf, LayeredPass pass, NDArray last, Collecting collector) {
    last.setRequiresGradient(true);
    BaseModel tuned = tuning.model(model, tensors(leaf));
    return backward(Loss.perLabel(tuned, pass.labelStates(last), batch), collector);
  }

  /** A part of the way back: the gradients of all it depends on, given that of what it makes. */
  private static void back(Supplier<NDArray> part, NDArray gradient, Collecting collector) {
    collector.backward(part.get().mul(gradient).sum());
  }

  /** The adaptation with dropout as it is wherever the noise is the same. */
  private Adaptation adaptation(NDArray leaf, int noise) {
    leaf.getManager().getEngine().setRandomSeed(noise);
    return tuning.adaptation(tensors(leaf));
  }
}
