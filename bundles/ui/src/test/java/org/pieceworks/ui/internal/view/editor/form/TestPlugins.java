package org.pieceworks.ui.internal.view.editor.form;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.Plugin;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.option.Option;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;

/** Plug-ins that have a name and options, which is all that forms ask them for. */
public final class TestPlugins {

  /** Options of a prototype gate. */
  record Prototype(@Option(help = "Whether it centres", value = "false") boolean centring) {}

  /** Options of a sigmoid gate. */
  record Sigmoid(
      @Option(help = "Whether it centres", value = "false") boolean centring,
      @Option(help = "How fast it learns", value = "0.01", min = 0) double rate) {}

  /** Options of LoRA. */
  record Lora(@Option(help = "Inner width", value = "8", min = 1) int rank) {}

  /** Options of synthetic users. */
  record Personas(
      @Option(
              help = "What is asked",
              value = "tagging",
              choices = {"tagging", "rating"})
          String task) {}

  private static final Map<Family, Map<String, Class<? extends Record>>> ALL =
      Map.of(
          Family.DATASET_FORMAT, Map.of("personas", Personas.class),
          Family.PEFT_TYPE, Map.of("lora", Lora.class, "ia3", NoOptions.class),
          Family.GATING_MODEL, Map.of("prototype", Prototype.class, "sigmoid", Sigmoid.class),
          Family.METHOD, Map.of("oppu", NoOptions.class, "per-pcs", NoOptions.class));

  private TestPlugins() {}

  /** All of them. */
  public static Plugins all() {
    List<Plugin<?>> plugins = new ArrayList<>();
    ALL.forEach(
        (family, members) ->
            members.forEach((name, type) -> plugins.add(made(family, name, type))));
    return new FixedPlugins(plugins);
  }

  private static Plugin<?> made(Family family, String name, Class<? extends Record> options) {
    return (Plugin<?>)
        Proxy.newProxyInstance(
            family.type().getClassLoader(),
            new Class<?>[] {family.type()},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "name", "toString" -> name;
                  case "summary" -> "It is " + name;
                  case "optionsType" -> options;
                  case "hashCode" -> name.hashCode();
                  case "equals" -> proxy == arguments[0];
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
