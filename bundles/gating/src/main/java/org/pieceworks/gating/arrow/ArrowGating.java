package org.pieceworks.gating.arrow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Bank;

/**
 * The gate of Arrow (arXiv 2405.11157): the first right singular vector v of an adapter's {@code B
 * A}, the direction of input that it changes most. It is read off the adapter: no activation is
 * seen, nothing is trained.
 *
 * <p>Arrow routes every token by itself, with {@code |x . v|} as logits. Here a slot is filled once
 * for a target, so the score is the mean of these over the positions where labels are predicted,
 * with x normalized as other gates have it: {@code mean |LN(x) . v|}, a cosine times the root of
 * the width. The absolute value is taken at each position, since the sign of v means nothing.
 */
@Component(service = GatingModel.class)
public final class ArrowGating implements GatingModel<NoOptions> {

  @Override
  public String name() {
    return "arrow";
  }

  @Override
  public String summary() {
    return "The direction of input that a piece changes most, read off its factors; nothing is"
        + " trained.";
  }

  @Override
  public String source() {
    return "Ostapenko et al., Towards Modular LLMs, arXiv 2405.11157";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Optional<Unsuited> unsuited(AdapterForm form, NoOptions options) {
    return form.factors().isPresent()
        ? Optional.empty()
        : Optional.of(
            new Unsuited(
                "it needs adapters that are a product of two factors, and "
                    + form.peft()
                    + " has none",
                "prototype, linear or history-loss, or a PEFT type such as lora"));
  }

  @Override
  public boolean independent() {
    return true;
  }

  @Override
  public Gates fit(GateFitting fitting, NoOptions options) {
    AdapterForm.Factors names = fitting.form().factors().orElseThrow();
    Map<String, NDArray> gates = new LinkedHashMap<>();
    int done = 0;
    for (Slot slot : fitting.slots()) {
      fitting.progress().checkCancelled();
      Map<String, NDArray> tensors = factors(slot, fitting.pieces(slot), names);
      gates.put(
          slot.key(),
          directions(tensors.get(names.read()), tensors.get(names.write()), fitting.manager()));
      fitting.progress().report(++done, fitting.slots().size(), "slots");
    }
    return new Gates(gates);
  }

  /** The tensors of the gate site, or of the first other that has factors and the same input. */
  static Map<String, NDArray> factors(Slot slot, Bank pieces, AdapterForm.Factors names) {
    Map<Site, Map<String, NDArray>> candidates = new LinkedHashMap<>();
    candidates.put(slot.gate().site(), pieces.tensors().getOrDefault(slot.gate().site(), Map.of()));
    slot.sites()
        .forEach(
            site -> candidates.putIfAbsent(site, pieces.tensors().getOrDefault(site, Map.of())));
    return candidates.values().stream()
        .filter(t -> t.containsKey(names.read()) && t.containsKey(names.write()))
        .filter(t -> t.get(names.read()).getShape().get(2) == slot.gate().in())
        .findFirst()
        .orElseThrow(
            () ->
                BadInputException.of(
                    "gating arrow, slot " + slot.key(),
                    "no factors",
                    "a site whose adapter is a product and reads " + slot.gate().in() + " inputs"));
  }

  /**
   * One direction for every sharer.
   *
   * @param read {@code [sharers, rank, in]}
   * @param write {@code [sharers, out, rank]}
   * @return {@code [sharers, in]}
   */
  private static NDArray directions(NDArray read, NDArray write, NDManager manager) {
    int sharers = (int) read.getShape().get(0);
    int in = (int) read.getShape().get(2);
    float[] inward = read.toFloatArray();
    float[] outward = write.toFloatArray();
    float[] directions = new float[sharers * in];
    for (int sharer = 0; sharer < sharers; sharer++) {
      float[] own =
          RightSingular.first(
              matrix(inward, read.getShape(), sharer), matrix(outward, write.getShape(), sharer));
      System.arraycopy(own, 0, directions, sharer * in, in);
    }
    return manager.create(directions, new Shape(sharers, in));
  }

  private static double[][] matrix(float[] all, Shape shape, int member) {
    int rows = (int) shape.get(1);
    int columns = (int) shape.get(2);
    double[][] matrix = new double[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix[row][column] = all[(member * rows + row) * columns + column];
      }
    }
    return matrix;
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, NoOptions options) {
    NDArray inputs = SlotActivations.normalize(activations.inputs()); // [targets, positions, in]
    NDArray logits = inputs.matMul(gates.transpose()).abs(); // [targets, positions, pieces]
    return activations.weights().expandDims(1).matMul(logits).squeeze(1);
  }
}
