package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Plugin;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.experiment.spec.TrialSettings;
import org.pieceworks.gating.control.RandomGating;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.methods.PerPcs;
import org.pieceworks.model.TextPasses;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.retrieval.BaseModelEncoder;
import org.pieceworks.selection.ClusterSelection;

/** Plug-ins that leave between the reading of a file and its trial. */
class TrialPluginsTest {

  @TempDir Path folder;

  private final PrototypeGating prototype = new PrototypeGating();
  private final List<Plugin<?>> there =
      new ArrayList<>(
          List.of(
              new PersonasFormat(),
              new Lora(),
              new ClusterSelection(),
              new BaseModelEncoder(new TextPasses()),
              new ModuleDecomposition(),
              new RandomGating(),
              prototype,
              new PerPcs()));
  private final Plugins plugins = family -> new FixedPlugins(there).list(family);
  private TrialSettings settings;

  @BeforeEach
  void read() throws IOException {
    Path file = folder.resolve("test.yaml");
    Files.writeString(file, "dataset: personas\nmethods: [per-pcs]");
    settings =
        new ExperimentFiles(plugins)
            .read(file, List.of(), Optional.empty(), Optional.empty())
            .points()
            .get(0)
            .trial();
  }

  @Test
  void aTrialBeginsWhileAllAreThere() {
    assertDoesNotThrow(
        () -> new TrialPlugins(plugins, new PluginCalls(plugins)).checkPresent(settings));
  }

  @Test
  void oneThatLeftIsNamed() {
    there.remove(prototype);
    assertEquals(
        "plug-ins that are there now: found no gating model named prototype; expected one of"
            + " random",
        refusal());
  }

  @Test
  void oneThatWasReplacedIsNamed() {
    there.remove(prototype);
    there.add(new PrototypeGating());
    assertEquals(
        "the gating model prototype was replaced by another while the experiment ran: run it again",
        refusal());
  }

  @Test
  void oneThatTheTrialDoesNotUseMayLeave() {
    there.removeIf(plugin -> plugin.name().equals("random"));
    assertDoesNotThrow(
        () -> new TrialPlugins(plugins, new PluginCalls(plugins)).checkPresent(settings));
  }

  private String refusal() {
    return assertThrows(
            BadInputException.class,
            () -> new TrialPlugins(plugins, new PluginCalls(plugins)).checkPresent(settings))
        .getMessage();
  }
}
