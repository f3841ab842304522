package org.pieceworks.shell.command;

import java.util.List;
import org.pieceworks.experiment.plugin.FeatureBundle;
import org.pieceworks.experiment.plugin.OptionalFeature;
import org.pieceworks.experiment.plugin.OptionalFeatures;
import org.pieceworks.experiment.plugin.PluginFolder;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.shell.console.Amounts;
import org.pieceworks.shell.console.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists the optional features. */
@Command(name = "ls", description = "Lists the optional features and says which are installed.")
final class FeatureList implements Runnable {

  @ParentCommand private FeatureCommand parent;

  @Override
  public void run() {
    PluginFolder plugins = new PluginFolder(Home.ofEnvironment().plugins());
    Table table = new Table("feature", "installed", "size", "brings").numbers(2);
    for (OptionalFeature feature : OptionalFeatures.ofInstallation().list()) {
      List<FeatureBundle> bundles = feature.bundles();
      table.row(
          feature.name(),
          installed(bundles, plugins),
          Amounts.bytes(bundles.stream().mapToLong(FeatureBundle::bytes).sum()),
          feature.description());
    }
    parent.context().print(table.lines());
  }

  private static String installed(List<FeatureBundle> bundles, PluginFolder plugins) {
    if (bundles.stream().allMatch(plugins::holds)) {
      return "yes";
    }
    return bundles.stream().allMatch(bundle -> plugins.jars(bundle.symbolicName()).isEmpty())
        ? "no"
        : "in another version: add it again";
  }
}
