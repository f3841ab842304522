package org.pieceworks.experiment.call;

import ai.djl.ndarray.NDArray;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.Place;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;

/** What plug-ins give, held against the contracts of their methods. */
final class Products {

  /** Looks at what a call gave. */
  @FunctionalInterface
  private interface Check {

    /** Returns normally if it is what the arguments ask for. */
    void check(Object[] arguments, Object product);
  }

  private static final Map<Method, Check> CHECKS = new HashMap<>();

  static {
    on(GatingModel.class, "fit", (a, p) -> GateProducts.fit((GateFitting) a[0], (Gates) p));
    on(
        GatingModel.class,
        "score",
        (a, p) -> GateProducts.score((NDArray) a[0], (SlotActivations) a[1], (NDArray) p));
    on(
        HistoryEncoder.class,
        "encode",
        (a, p) -> UserProducts.encode(((EncodingContext) a[0]).users(), (float[][]) p));
    on(
        SharerSelection.class,
        "select",
        (a, p) -> UserProducts.select((SelectionContext) a[0], (List<?>) p));
    on(DatasetFormat.class, "read", (a, p) -> UserProducts.read((Dataset) p));
    on(
        org.pieceworks.api.method.Method.class,
        "prepare",
        (a, p) -> UserProducts.prepare((MethodContext) a[0], (Serving) p));
    on(Metric.class, "value", (a, p) -> UserProducts.value((double) p));
    on(
        Decomposition.class,
        "slots",
        (a, p) -> PieceProducts.slots((AdapterPlan) a[0], (List<?>) p));
    on(Decomposition.class, "cut", (a, p) -> PieceProducts.cut(slots(a[0]), (Bank) a[1], banks(p)));
    on(
        Decomposition.class,
        "restore",
        (a, p) -> PieceProducts.restore((Slot) a[0], (Bank) a[1], (Bank) p));
    on(Adapters.class, "create", (a, p) -> PieceProducts.members((Bank) p, (int) a[0], "create"));
    on(Adapters.class, "merge", (a, p) -> PieceProducts.merge(tensors(p), (NDArray) a[2]));
    on(
        Adapters.class,
        "change",
        (a, p) -> PieceProducts.output((Site) a[0], (NDArray) a[3], (NDArray) p, "change"));
    on(
        Adapters.class,
        "apply",
        (a, p) -> PieceProducts.output((Site) a[0], (NDArray) a[3], (NDArray) p, "apply"));
    on(
        Adapters.class,
        "changes",
        (a, p) -> PieceProducts.changes(places(a[0]), (List<?>) p, "changes"));
    on(
        Adaptation.class,
        "applyAll",
        (a, p) -> PieceProducts.outputs((List<?>) a[0], (List<?>) a[2], (List<?>) p, "applyAll"));
    on(
        Adaptation.class,
        "apply",
        (a, p) -> PieceProducts.output((Site) a[0], (NDArray) a[2], (NDArray) p, "apply"));
  }

  private Products() {}

  private static void on(Class<?> contract, String name, Check check) {
    Method method =
        Arrays.stream(contract.getDeclaredMethods())
            .filter(one -> one.getName().equals(name) && !one.isSynthetic())
            .findFirst()
            .orElseThrow();
    CHECKS.put(method, check);
  }

  /**
   * Returns normally if a product is what its method's contract says.
   *
   * @throws WrongProduct with what was found and what was expected
   */
  static void check(Method method, Object[] arguments, Object product) {
    boolean nothing = product == null && method.getReturnType() != void.class;
    WrongProduct.unless(!nothing, method.getName(), "null", "something");
    Check check = CHECKS.get(method);
    if (check != null) {
      check.check(arguments, product);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Place> places(Object argument) {
    return (List<Place>) argument;
  }

  @SuppressWarnings("unchecked")
  private static List<Slot> slots(Object argument) {
    return (List<Slot>) argument;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Bank> banks(Object product) {
    return (Map<String, Bank>) product;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, NDArray> tensors(Object product) {
    return (Map<String, NDArray>) product;
  }
}
