package org.pieceworks.experiment.trial;

import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.stage.CodeVersion;

/**
 * A plug-in as it stands in the keys of stages.
 *
 * @param name its name
 * @param code the version of its bundle's classes
 */
record PluginKey(String name, String code, Record options) {

  static PluginKey of(Plugin<?> plugin, Record options) {
    return new PluginKey(plugin.name(), CodeVersion.of(PluginCalls.behind(plugin)), options);
  }

  static PluginKey of(Use<?> use) {
    return of(use.plugin(), use.options());
  }
}
