package org.pieceworks.decomposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;

/**
 * One piece per head of attention: of what queries, keys and values come out as, a head's rows; of
 * what the output goes in as, its columns. Heads are what attention works in parallel with and what
 * specializes (arXiv 1905.09418).
 *
 * <p>A site is divided only where every tensor has the heads' axis or is multiplied, over an inner
 * axis, with the only one that joins that to the heads'; other sites stay whole.
 */
@Component(service = Decomposition.class)
public final class HeadDecomposition implements Decomposition<NoOptions> {

  @Override
  public String name() {
    return "head";
  }

  @Override
  public String summary() {
    return "One piece per head of attention at each module that has heads, one per other module.";
  }

  @Override
  public String source() {
    return "Voita et al., Analyzing Multi-Head Self-Attention, arXiv 1905.09418 (heads as units)";
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
    return Heads.any(form)
        ? Optional.empty()
        : Optional.of(
            new Unsuited(
                "needs tensors that run along the heads of attention, and "
                    + form.peft()
                    + " has none at its modules",
                "module, which makes one piece of each"));
  }

  @Override
  public List<Slot> slots(AdapterPlan plan, NoOptions options) {
    List<Slot> slots = new ArrayList<>();
    for (SiteShape shape : plan.sites()) {
      Site site = shape.site();
      Heads.at(site, plan)
          .ifPresentOrElse(
              heads -> {
                for (int head = 0; head < heads.count(); head++) {
                  slots.add(new Slot(site + ".head." + head, shape, List.of(site), head));
                }
              },
              () -> slots.add(new Slot(site.toString(), shape, List.of(site))));
    }
    return slots;
  }

  @Override
  public Map<String, Bank> cut(
      List<Slot> slots, Bank bank, AdapterPlan plan, NoOptions options, NDManager manager) {
    Map<String, Bank> pieces = new LinkedHashMap<>();
    for (Slot slot : slots) {
      Site site = slot.sites().get(0);
      Map<String, NDArray> whole = bank.tensors().get(site);
      Map<String, NDArray> own =
          Heads.at(site, plan)
              .map(heads -> slices(heads, slot.part(), site, whole, plan, manager))
              .orElse(whole);
      pieces.put(slot.key(), new Bank(Map.of(site, own)));
    }
    return pieces;
  }

  private static Map<String, NDArray> slices(
      Heads heads,
      int head,
      Site site,
      Map<String, NDArray> whole,
      AdapterPlan plan,
      NDManager manager) {
    Map<String, NDArray> own = new LinkedHashMap<>();
    whole.forEach(
        (name, array) -> {
          int axis = heads.axisOf(name, site, plan);
          own.put(name, axis < 0 ? array : Slices.of(array, axis, head, heads.width(), manager));
        });
    return own;
  }

  @Override
  public Bank restore(
      Slot slot,
      Bank pieces,
      AdapterPlan plan,
      Adapters adapters,
      NoOptions options,
      NDManager manager) {
    Site site = slot.sites().get(0);
    return Heads.at(site, plan)
        .map(heads -> widened(heads, slot, pieces, plan, adapters, manager))
        .orElse(pieces);
  }

  /** The piece's slices among what changes nothing at the other heads. */
  private static Bank widened(
      Heads heads, Slot slot, Bank pieces, AdapterPlan plan, Adapters adapters, NDManager manager) {
    Site site = slot.sites().get(0);
    Map<String, NDArray> full = new LinkedHashMap<>();
    try (NDManager scope = manager.newSubManager()) {
      Map<String, NDArray> neutral = adapters.neutral(site, scope);
      pieces
          .tensors()
          .get(site)
          .forEach(
              (name, slice) -> {
                int axis = heads.axisOf(name, site, plan);
                full.put(
                    name,
                    axis < 0
                        ? slice
                        : Slices.within(neutral.get(name), slice, axis, slot.part(), manager));
              });
    }
    return new Bank(Map.of(site, full));
  }
}
