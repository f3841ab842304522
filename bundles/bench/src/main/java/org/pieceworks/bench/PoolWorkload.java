package org.pieceworks.bench;

import java.util.List;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.OptionBinder;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.option.Yaml;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.Configured;

/** The pieces and gates of the benchmarks of pools: one a module, and prototypes. */
record PoolWorkload(Plugins plugins) {

  /** One slot per adapted module. */
  List<Slot> slots(ConfiguredPeft<?> peft, BaseModel model) {
    Decomposition<?> module =
        (Decomposition<?>) plugins.find(Family.DECOMPOSITION, "module", "bench");
    AdapterPlan plan = AdapterPlan.of(peft.form(), model.sites(), model.config());
    return Configured.decomposition(new Use<>(module, options(module.name(), module.optionsType())))
        .slots(plan);
  }

  /** The prototype gates with their default options. */
  ConfiguredGating<?> gating() {
    GatingModel<?> model = (GatingModel<?>) plugins.find(Family.GATING_MODEL, "prototype", "bench");
    return Configured.gating(new Use<>(model, options(model.name(), model.optionsType())));
  }

  private Record options(String name, Class<? extends Record> type) {
    Config none = Yaml.parseValue("{}", name);
    return new OptionBinder(plugins).bind(type, (Config.Mapping) none, "");
  }
}
