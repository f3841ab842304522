package org.pieceworks.experiment.call;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.Place;

/** What PEFT types and decompositions give: adapters and their pieces. */
final class PieceProducts {

  private PieceProducts() {}

  static void slots(AdapterPlan plan, List<?> slots) {
    Set<String> keys = new HashSet<>();
    Set<Site> covered = new HashSet<>();
    for (Object one : slots) {
      Slot slot = (Slot) one;
      WrongProduct.unless(keys.add(slot.key()), "slots", "two slots " + slot.key(), "keys once");
      covered.addAll(slot.sites());
    }
    for (SiteShape shape : plan.sites()) {
      WrongProduct.unless(
          covered.remove(shape.site()), "slots", "none for " + shape.site(), "every site in one");
    }
    WrongProduct.unless(covered.isEmpty(), "slots", covered, "adapted sites only");
  }

  static void cut(List<Slot> slots, Bank bank, Map<String, Bank> pieces) {
    for (Slot slot : slots) {
      Bank cut = pieces.get(slot.key());
      String where = "pieces of slot " + slot.key();
      WrongProduct.unless(cut != null, where, "none", bank.members());
      members(cut, bank.members(), where);
    }
  }

  static void restore(Slot slot, Bank pieces, Bank restored) {
    String where = "restored pieces of slot " + slot.key();
    WrongProduct.unless(
        restored.tensors().keySet().equals(Set.copyOf(slot.sites())),
        where,
        "sites " + restored.tensors().keySet(),
        slot.sites());
    members(restored, pieces.members(), where);
  }

  static void members(Bank bank, int members, String product) {
    tensors(bank.flat(), members, product);
  }

  static void merge(Map<String, NDArray> merged, NDArray index) {
    tensors(merged, index.getShape().get(0), "merged adapters");
  }

  private static void tensors(Map<String, NDArray> tensors, long members, String product) {
    WrongProduct.unless(!tensors.isEmpty(), product, "no tensors", "at least one");
    tensors.forEach(
        (name, array) -> {
          Shape shape = array.getShape();
          boolean right = shape.dimension() > 0 && shape.get(0) == members;
          WrongProduct.unless(right, product + ", " + name, shape, "[%d, ...]".formatted(members));
        });
  }

  /** At virtual sites the number of positions is the adapters' own. */
  static void output(Site site, NDArray output, NDArray given, String product) {
    Shape found = given.getShape();
    Shape frozen = output.getShape();
    boolean right =
        site.virtual()
            ? found.dimension() == 3
                && found.get(0) == frozen.get(0)
                && found.get(2) == frozen.get(2)
            : found.equals(frozen);
    WrongProduct.unless(right, product + " at " + site, found, frozen);
  }

  /** What adapters add at several places is as large as what the modules give there. */
  static void changes(List<Place> places, List<?> given, String product) {
    outputs(
        places.stream().map(Place::site).toList(),
        places.stream().map(Place::output).toList(),
        given,
        product);
  }

  /** What several sites give is as large as what their modules give. */
  static void outputs(List<?> sites, List<?> outputs, List<?> given, String product) {
    WrongProduct.unless(
        given.size() == sites.size(), product, given.size() + " tensors", sites.size());
    for (int i = 0; i < sites.size(); i++) {
      output((Site) sites.get(i), (NDArray) outputs.get(i), (NDArray) given.get(i), product);
    }
  }
}
