package ${package};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;

/** Scores a piece by the cosine of what its sharer and the target usually send into the slot. */
@Component(service = GatingModel.class)
public final class ${className} implements GatingModel<${className}Options> {

  @Override
  public String name() {
    return "${model}";
  }

  @Override
  public String summary() {
    return "The cosine of the sharer's and the target's mean activations at the slot.";
  }

  @Override
  public Class<${className}Options> optionsType() {
    return ${className}Options.class;
  }

  @Override
  public Gates fit(GateFitting fitting, ${className}Options options) {
    Map<String, NDList> groups = new LinkedHashMap<>();
    for (Slot slot : fitting.slots()) {
      groups.put(slot.key(), new NDList());
    }
    // Sharers come in groups; what is kept of a group belongs to the fitting's manager.
    fitting.visitActivations(
        options.adapted(),
        (slot, activations) -> {
          NDArray pooled = activations.pooled(); // [members, in]
          pooled.attach(fitting.manager());
          groups.get(slot.key()).add(pooled);
        });
    Map<String, NDArray> gates = new LinkedHashMap<>();
    groups.forEach((slot, parts) -> gates.put(slot, NDArrays.concat(parts, 0))); // [sharers, in]
    return new Gates(gates);
  }

  @Override
  public NDArray score(
      NDArray gates, SlotActivations activations, Scoring scoring, ${className}Options options) {
    NDArray targets = unit(activations.pooled()); // [targets, in]
    NDArray cosines = targets.matMul(unit(gates).transpose()); // [targets, pieces]
    return cosines.mul(options.sharpness());
  }

  private static NDArray unit(NDArray vectors) {
    return vectors.div(vectors.norm(new int[] {1}, true).maximum(1e-12));
  }
}
