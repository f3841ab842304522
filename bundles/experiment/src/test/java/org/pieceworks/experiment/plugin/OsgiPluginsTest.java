package org.pieceworks.experiment.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.option.NoOptions;

/** The plug-ins of a real framework. */
class OsgiPluginsTest {

  @TempDir Path cache;

  private Felix framework;
  private OsgiPlugins plugins;

  @BeforeEach
  void start() throws BundleException {
    framework = new Felix(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
    framework.start();
    plugins = new OsgiPlugins(framework.getBundleContext());
  }

  @AfterEach
  void stop() throws Exception {
    plugins.close();
    framework.stop();
    framework.waitForStop(0);
  }

  @Test
  void membersComeAndGoByName() {
    assertEquals(List.of(), plugins.list(Family.DECOMPOSITION));
    register(new Whole("layer"), 0);
    ServiceRegistration<?> module = register(new Whole("module"), 0);
    assertEquals(List.of("layer", "module"), names());
    module.unregister();
    assertEquals(List.of("layer"), names());
    register(new Whole("module"), 0);
    assertEquals(List.of("layer", "module"), names());
  }

  @Test
  void aMemberBelongsToTheBundleThatBringsIt() {
    register(new Whole("layer"), 0);
    PluginEntry entry = plugins.list(Family.DECOMPOSITION).get(0);
    assertEquals("org.apache.felix.framework", entry.bundle());
    assertEquals(framework.getVersion().toString(), entry.version());
    assertEquals(List.of(), plugins.list(Family.METHOD));
  }

  @Test
  void ofTwoWithOneNameTheHigherInRankGoesFirstUntilItLeaves() {
    Whole low = new Whole("layer");
    Whole high = new Whole("layer");
    register(low, 0);
    ServiceRegistration<?> registration = register(high, 5);
    assertSame(high, plugins.find(Family.DECOMPOSITION, "layer", "here"));
    List<PluginEntry> entries = plugins.list(Family.DECOMPOSITION);
    assertEquals(List.of(false, true), entries.stream().map(PluginEntry::shadowed).toList());
    assertSame(high, entries.get(0).plugin());
    registration.unregister();
    assertSame(low, plugins.find(Family.DECOMPOSITION, "layer", "here"));
  }

  @Test
  void aNameThatNobodyHasOffersTheNearest() {
    register(new Whole("layer"), 0);
    register(new Whole("module"), 0);
    assertEquals(
        "x.yaml:3: decomposition: found no decomposition named modul; expected module (one of"
            + " layer, module)",
        message("modul"));
  }

  @Test
  void anEmptyFamilySaysThatNothingIsInstalled() {
    assertEquals(
        "x.yaml:3: decomposition: found no decomposition named modul; expected a decomposition, but"
            + " none is installed",
        message("modul"));
  }

  private String message(String name) {
    return assertThrows(
            BadInputException.class,
            () -> plugins.find(Family.DECOMPOSITION, name, "x.yaml:3: decomposition"))
        .getMessage();
  }

  private List<String> names() {
    return plugins.list(Family.DECOMPOSITION).stream().map(e -> e.plugin().name()).toList();
  }

  private ServiceRegistration<?> register(Whole plugin, int ranking) {
    BundleContext context = framework.getBundleContext();
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(Constants.SERVICE_RANKING, ranking);
    return context.registerService(Decomposition.class, plugin, properties);
  }

  /** A decomposition into nothing; a class, so that two of one name are two. */
  private static final class Whole implements Decomposition<NoOptions> {

    private final String name;

    Whole(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String summary() {
      return "No pieces.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public List<Slot> slots(AdapterPlan plan, NoOptions options) {
      return List.of();
    }
  }
}
