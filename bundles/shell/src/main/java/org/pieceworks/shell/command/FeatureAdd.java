package org.pieceworks.shell.command;

import java.nio.file.Path;
import java.util.List;
import org.pieceworks.experiment.plugin.BundleJar;
import org.pieceworks.experiment.plugin.JarSearch;
import org.pieceworks.experiment.plugin.OptionalFeature;
import org.pieceworks.experiment.plugin.OptionalFeatures;
import org.pieceworks.experiment.plugin.PluginFolder;
import org.pieceworks.experiment.run.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Adds an optional feature. */
@Command(
    name = "add",
    description = "Puts a feature's jars among the plug-ins in PIECEWORKS_HOME.",
    footer = {
      "",
      "Examples:",
      "  pieceworks feature add minilm",
      "  pieceworks feature add minilm --from pieceworks-encoder-minilm-0.1.0.jar"
    })
final class FeatureAdd implements Runnable {

  @ParentCommand private FeatureCommand parent;

  @Parameters(paramLabel = "NAME", description = "The feature, as ls shows it.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "JAR",
      showDefaultValue = Help.Visibility.NEVER,
      description = "Its jar; without it the one that a build left, in the checkout or ~/.m2.")
  private List<Path> from = List.of();

  @Override
  public void run() {
    OptionalFeature feature = OptionalFeatures.ofInstallation().find(name, "NAME");
    PluginFolder plugins = new PluginFolder(Home.ofEnvironment().plugins());
    String done = add(feature, plugins) ? "added %s to %s" : "%s is there already, in %s";
    parent.context().print(done.formatted(name, plugins.path()));
  }

  /** Whether it was not there before. A jar that is given replaces one that differs. */
  private boolean add(OptionalFeature feature, PluginFolder plugins) {
    if (from.isEmpty() && feature.bundles().stream().allMatch(plugins::holds)) {
      return false;
    }
    List<BundleJar> jars = new JarSearch(from).find(feature);
    boolean added = false;
    for (BundleJar jar : jars) {
      added |= plugins.put(jar);
    }
    return added;
  }
}
