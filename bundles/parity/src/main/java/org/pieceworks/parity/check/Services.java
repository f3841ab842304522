package org.pieceworks.parity.check;

import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.training.BankTrainer;

/**
 * The workbench's own services, which golden vectors put to the test.
 *
 * @param decomposition one piece per site, as the reference has it
 */
public record Services(
    BankTrainer trainer,
    Assembler assembler,
    PeftType<?> lora,
    GatingModel<?> sigmoid,
    Decomposition<?> decomposition) {

  /** LoRA without dropout. */
  ConfiguredPeft<?> lora(int rank, double alpha, List<String> modules) {
    return configure(lora, Map.of("rank", rank, "alpha", alpha, "dropout", 0d, "modules", modules));
  }

  private static <O extends Record> ConfiguredPeft<O> configure(
      PeftType<O> type, Map<String, Object> options) {
    return new ConfiguredPeft<>(type, OptionRecords.of(type.optionsType(), options));
  }

  /** The paper's gate. */
  ConfiguredGating<?> gating() {
    return configure(sigmoid);
  }

  private static <O extends Record> ConfiguredGating<O> configure(GatingModel<O> model) {
    return new ConfiguredGating<>(model, OptionRecords.of(model.optionsType(), Map.of()));
  }

  /** One slot per site. */
  List<Slot> slots(AdapterPlan plan) {
    return slots(decomposition, plan);
  }

  private static <O extends Record> List<Slot> slots(
      Decomposition<O> decomposition, AdapterPlan plan) {
    return decomposition.slots(
        plan, OptionRecords.of(decomposition.optionsType(), Map.<String, Object>of()));
  }
}
