package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.feature.Feature;

/** An optional feature, added by the command as a process to a home of its own. */
class FeatureIT {

  private static final Path JAR = Path.of(System.getProperty("pieceworks.test.minilm"));
  private static final long DEADLINE_IN_S = 60;

  @TempDir Path home;

  @Test
  void isAPlugInFromItsAdditionToItsRemoval() throws Exception {
    assumeTrue(Files.exists(JAR), JAR + " is not built: mvn verify without -pl builds it");
    assertFalse(plugins().contains("  minilm "));
    pieceworks("feature", "add", "minilm", "--from", JAR.toString());
    String added = plugins();
    assertTrue(added.contains("  minilm  (org.pieceworks.encoder.minilm "), added);
    pieceworks("feature", "remove", "minilm");
    assertFalse(plugins().contains("  minilm "));
  }

  @Test
  void isAnOsgiFeatureOfBundlesThatTheDistributionLacks() throws IOException {
    Path file = Distribution.INSTALLATION.features().resolve("optional/minilm.json");
    try (Reader reader = Files.newBufferedReader(file)) {
      Feature feature = new FeatureServiceImpl().readFeature(reader);
      assertEquals("minilm", feature.getID().getArtifactId());
      String artifact = feature.getBundles().get(0).getID().getArtifactId();
      assertEquals("pieceworks-encoder-minilm", artifact);
      assertTrue(
          Distribution.repository().stream().noneMatch(jar -> jar.toString().contains(artifact)));
    }
  }

  private String plugins() throws Exception {
    return pieceworks("plugins");
  }

  /** The output of a command that is to succeed without complaint. */
  private String pieceworks(String... arguments) throws Exception {
    Path command = Distribution.INSTALLATION.root().resolve("bin/pieceworks");
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(command.toString()), Stream.of(arguments)).toList());
    builder.environment().put(Home.VARIABLE, home.toString());
    Path errors = home.resolve("errors");
    Process process = builder.redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(DEADLINE_IN_S, TimeUnit.SECONDS), "the command did not end");
    assertEquals("", Files.readString(errors));
    assertEquals(0, process.exitValue(), out);
    return out;
  }
}
