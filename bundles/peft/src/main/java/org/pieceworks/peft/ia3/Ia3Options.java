package org.pieceworks.peft.ia3;

import java.util.ArrayList;
import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.option.Option;

/** The options of {@link Ia3}. */
public record Ia3Options(
    @Option(
            help = "Modules whose output is scaled",
            value = "k_proj,v_proj",
            choices = {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"})
        List<String> modules,
    @Option(
            help = "Modules whose input is scaled; none of the modules whose output is",
            value = "down_proj",
            choices = {"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"})
        List<String> feedForwardModules) {

  /** Copies the modules. */
  public Ia3Options {
    modules = List.copyOf(modules);
    feedForwardModules = List.copyOf(feedForwardModules);
  }

  /**
   * All modules.
   *
   * @throws BadInputException if one is to be scaled on both sides
   */
  List<String> all() {
    List<String> all = new ArrayList<>(modules);
    for (String module : feedForwardModules) {
      if (all.contains(module)) {
        throw BadInputException.of(
            "feed-forward-modules of ia3", module, "no module that modules names too");
      }
      all.add(module);
    }
    return all;
  }

  boolean scalesInput(String module) {
    return feedForwardModules.contains(module);
  }
}
