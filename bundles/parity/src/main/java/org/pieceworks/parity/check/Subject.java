package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Decoder;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.parity.golden.GoldenSet;
import org.pieceworks.parity.golden.Manifest;
import org.pieceworks.parity.golden.RotaryOrder;

/**
 * What a check works on.
 *
 * @param set the golden vectors
 * @param model the base model read from the same directory
 * @param services what is put to the test
 * @param findings where results go
 * @param progress reports and stops
 */
public record Subject(
    GoldenSet set, Decoder model, Services services, Findings findings, Progress progress) {

  Manifest manifest() {
    return set.manifest();
  }

  NDManager manager() {
    return set.manager();
  }

  RotaryOrder rotaryOrder() {
    return set.rotaryOrder(model.config().headWidth());
  }

  int vocabulary() {
    return model.config().vocabulary();
  }

  /** The shapes of the adapted sites by the reference's names, in the order of its tables. */
  Map<String, SiteShape> modules() {
    Map<Site, SiteShape> shapes =
        model.sites().stream().collect(Collectors.toMap(SiteShape::site, shape -> shape));
    Map<String, SiteShape> modules = new LinkedHashMap<>();
    set.modules()
        .forEach(
            (name, site) -> {
              SiteShape shape = shapes.get(site);
              if (shape == null) {
                throw BadInputException.of(
                    manifest().where("modules_order"),
                    name,
                    "modules of the " + model.config().layers() + " layers of config.json");
              }
              modules.put(name, shape);
            });
    return modules;
  }

  /** One slot per adapted site, in forward order. */
  List<Slot> slots() {
    Collection<SiteShape> adapted = modules().values();
    List<SiteShape> sites = model.sites().stream().filter(adapted::contains).toList();
    return services.slots(new AdapterPlan(form(), sites, model.config()));
  }

  /** What the set's adapters are made of. */
  AdapterForm form() {
    return loraType(1, 1).form();
  }

  /** LoRA as the set has it, at a rank. */
  Adapters lora(long rank) {
    return lora(rank, 1);
  }

  /** LoRA as the set has it, its change scaled by a factor. */
  Adapters lora(long rank, double factor) {
    return loraType(rank, factor).on(model);
  }

  private ConfiguredPeft<?> loraType(long rank, double factor) {
    List<String> modules =
        modules().values().stream().map(shape -> shape.site().module()).distinct().toList();
    return services.lora((int) rank, factor * set.loraScale() * rank, new ArrayList<>(modules));
  }

  /**
   * Logits at all positions.
   *
   * @param ids {@code [rows, seq]}, int64
   * @return {@code [rows, seq, vocabulary]}, of the manager of the ids
   */
  NDArray logits(NDArray ids, Adaptation adaptation) {
    return logits(model, ids, adaptation);
  }

  static NDArray logits(BaseModel model, NDArray ids, Adaptation adaptation) {
    NDManager owner = ids.getManager();
    long rows = ids.getShape().get(0);
    long seq = ids.getShape().get(1);
    try (NDManager scope = owner.newSubManager()) {
      NDArray tokens = ids.expandDims(0);
      tokens.attach(scope);
      NDArray logits = model.logits(model.hidden(tokens, adaptation)).reshape(rows, seq, -1);
      logits.attach(owner);
      return logits;
    }
  }
}
