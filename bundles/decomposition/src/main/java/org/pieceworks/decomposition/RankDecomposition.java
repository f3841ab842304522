package org.pieceworks.decomposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.AdapterForm.Factors;
import org.pieceworks.api.peft.Bank;

/**
 * One piece per rank-one component of each module's change, by singular value decomposition,
 * strongest first: the singular triplets of AdaLoRA (arXiv 2303.10512). A piece is an adapter of
 * rank one that works on its own.
 */
@Component(service = Decomposition.class)
public final class RankDecomposition implements Decomposition<NoOptions> {

  @Override
  public String name() {
    return "rank";
  }

  @Override
  public String summary() {
    return "One piece per rank-one component of each adapted module, strongest first.";
  }

  @Override
  public String source() {
    return "Zhang et al., AdaLoRA, arXiv 2303.10512 (singular triplets as units)";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public boolean divides() {
    return true;
  }

  @Override
  public Optional<Unsuited> unsuited(AdapterForm form, NoOptions options) {
    if (form.factors().isEmpty()) {
      return Optional.of(
          unsuited("needs adapters that are a product of two factors, and " + form.peft()));
    }
    Factors factors = form.factors().get();
    Set<String> both = Set.of(factors.read(), factors.write());
    return form.modules().values().stream().allMatch(tensors -> tensors.keySet().equals(both))
        ? Optional.empty()
        : Optional.of(
            unsuited(
                "needs adapters that are a product of two factors and nothing besides, and "
                    + form.peft()));
  }

  private static Unsuited unsuited(String needs) {
    return new Unsuited(needs + " is not", "module or head, which need no factors");
  }

  @Override
  public List<Slot> slots(AdapterPlan plan, NoOptions options) {
    List<Slot> slots = new ArrayList<>();
    for (SiteShape shape : plan.sites()) {
      Site site = shape.site();
      int rank = Math.min(factors(plan).rank(), Math.min(shape.in(), shape.out()));
      for (int part = 0; part < rank; part++) {
        slots.add(new Slot(site + ".rank." + part, shape, List.of(site), part));
      }
    }
    return slots;
  }

  @Override
  public Map<String, Bank> cut(
      List<Slot> slots, Bank bank, AdapterPlan plan, NoOptions options, NDManager manager) {
    Factors factors = factors(plan);
    Map<Site, Components> components = new LinkedHashMap<>();
    Map<String, Bank> pieces = new LinkedHashMap<>();
    for (Slot slot : slots) {
      Site site = slot.sites().get(0);
      Map<String, NDArray> whole = bank.tensors().get(site);
      Components own =
          components.computeIfAbsent(
              site, s -> Components.of(whole.get(factors.read()), whole.get(factors.write())));
      Map<String, NDArray> one = new LinkedHashMap<>();
      one.put(factors.read(), own.read(slot.part(), manager));
      one.put(factors.write(), own.write(slot.part(), manager));
      pieces.put(slot.key(), new Bank(Map.of(site, one)));
    }
    return pieces;
  }

  private static Factors factors(AdapterPlan plan) {
    return plan.form().factors().orElseThrow();
  }
}
