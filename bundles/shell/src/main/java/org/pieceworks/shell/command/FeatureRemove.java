package org.pieceworks.shell.command;

import java.util.List;
import org.pieceworks.experiment.plugin.BundleJar;
import org.pieceworks.experiment.plugin.OptionalFeature;
import org.pieceworks.experiment.plugin.OptionalFeatures;
import org.pieceworks.experiment.plugin.PluginFolder;
import org.pieceworks.experiment.run.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Removes an optional feature. */
@Command(
    name = "remove",
    description = "Deletes a feature's jars from the plug-ins in PIECEWORKS_HOME.")
final class FeatureRemove implements Runnable {

  @ParentCommand private FeatureCommand parent;

  @Parameters(paramLabel = "NAME", description = "The feature, as ls shows it.")
  private String name;

  @Override
  public void run() {
    OptionalFeature feature = OptionalFeatures.ofInstallation().find(name, "NAME");
    PluginFolder plugins = new PluginFolder(Home.ofEnvironment().plugins());
    List<BundleJar> removed =
        feature.bundles().stream()
            .flatMap(bundle -> plugins.remove(bundle.symbolicName()).stream())
            .toList();
    parent
        .context()
        .print(
            removed.isEmpty()
                ? name + " is not there: nothing to remove"
                : "removed " + name + " from " + plugins.path());
  }
}
