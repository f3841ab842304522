package org.pieceworks.bench;

import org.pieceworks.api.Plugin;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.option.Yaml;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Configured;

/** Plug-ins by name, with options as an experiment file would write them. */
public record Plugged(Plugins plugins) {

  /** A PEFT type; options such as {@code {rank: 8}}. */
  public ConfiguredPeft<?> peft(String name, String yaml) {
    PeftType<?> type = (PeftType<?>) plugins.find(Family.PEFT_TYPE, name, "bench");
    return Configured.peft(new Use<>(type, options(type, yaml)));
  }

  /** A gating model. */
  public ConfiguredGating<?> gating(String name, String yaml) {
    GatingModel<?> model = (GatingModel<?>) plugins.find(Family.GATING_MODEL, name, "bench");
    return Configured.gating(new Use<>(model, options(model, yaml)));
  }

  /** A decomposition with its default options. */
  public ConfiguredDecomposition<?> decomposition(String name) {
    Decomposition<?> scheme = (Decomposition<?>) plugins.find(Family.DECOMPOSITION, name, "bench");
    return Configured.decomposition(new Use<>(scheme, options(scheme, "{}")));
  }

  private Record options(Plugin<?> plugin, String yaml) {
    Config options = Yaml.parseValue(yaml, plugin.name());
    return new OptionBinder(plugins).bind(plugin.optionsType(), (Config.Mapping) options, "");
  }
}
