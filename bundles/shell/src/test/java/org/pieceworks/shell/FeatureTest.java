package org.pieceworks.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.experiment.plugin.Installation;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.shell.Workshop.Outcome;
import org.pieceworks.storage.AtomicFiles;

/** Optional features, added to and removed from a user's plug-ins. */
class FeatureTest {

  private static final Path PLUGINS = Home.ofEnvironment().plugins();
  private static final String NAME = "org.example.sample";
  private static final String FEATURE =
      """
      {"description": "a sample",
       "bundles": [{"id": "org.example:pieceworks-sample:1.0.0", "bytes": 83400000,
                    "symbolic-name": "org.example.sample", "plugins": "metric/sample"}]}
      """;

  private final Workshop workshop = new Workshop();

  @TempDir Path checkout;

  @BeforeEach
  void install() throws IOException {
    AtomicFiles.deleteTree(PLUGINS);
    Path root = checkout.resolve("workbench/target/pieceworks");
    Files.createDirectories(root.resolve("features/optional"));
    Files.writeString(root.resolve("features/optional/sample.json"), FEATURE);
    System.setProperty(Installation.PROPERTY, root.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(Installation.PROPERTY);
    AtomicFiles.deleteTree(PLUGINS);
  }

  @Test
  void addedFeatureIsListedUntilItIsRemoved() throws IOException {
    String jar = jar(checkout.resolve("some.jar"), NAME, "1.0.0").toString();
    assertListed("no ");
    Outcome added = workshop.run("feature", "add", "sample", "--from", jar);
    assertEquals("added sample to " + PLUGINS + "\n", added.out(), added.err());
    assertArrayEquals(Files.readAllBytes(Path.of(jar)), Files.readAllBytes(plugIns().get(0)));
    assertListed("yes");
    Outcome again = workshop.run("feature", "add", "sample");
    assertEquals(0, again.code());
    assertEquals("sample is there already, in " + PLUGINS + "\n", again.out());
    assertEquals(again, workshop.run("feature", "add", "sample", "--from", jar));
    assertEquals(
        "removed sample from " + PLUGINS + "\n", workshop.run("feature", "remove", "sample").out());
    assertEquals(List.of(), plugIns());
    Outcome nothing = workshop.run("feature", "remove", "sample");
    assertEquals(0, nothing.code());
    assertEquals("sample is not there: nothing to remove\n", nothing.out());
  }

  @Test
  void jarOfAnotherVersionIsReplacedWhateverItsName() throws IOException {
    jar(PLUGINS.resolve("sample-0.9.0.jar"), NAME, "0.9.0");
    jar(PLUGINS.resolve("unrelated.jar"), "org.example.unrelated", "1.0.0");
    assertListed("in another version: add it again");
    Path built = checkout.resolve("bundles/sample/target/pieceworks-sample-1.0.0.jar");
    jar(built, NAME, "1.0.0");
    assertEquals(0, workshop.run("feature", "add", "sample").code());
    assertEquals(
        List.of(PLUGINS.resolve(NAME + ".jar"), PLUGINS.resolve("unrelated.jar")), plugIns());
    assertListed("yes");
  }

  @Test
  void givenJarReplacesOneThatDiffers() throws IOException {
    Path old = jar(checkout.resolve("old.jar"), NAME, "1.0.0", "old");
    Path fresh = jar(checkout.resolve("fresh.jar"), NAME, "1.0.0", "fresh");
    workshop.run("feature", "add", "sample", "--from", old.toString());
    Outcome outcome = workshop.run("feature", "add", "sample", "--from", fresh.toString());
    assertTrue(outcome.out().startsWith("added sample"), outcome.out() + outcome.err());
    assertArrayEquals(Files.readAllBytes(fresh), Files.readAllBytes(plugIns().get(0)));
  }

  @Test
  void jarOfAnythingElseIsRefused() throws IOException {
    Path other = jar(checkout.resolve("other.jar"), NAME, "2.0.0");
    assertRefused(other, "found org.example.sample 2.0.0; expected org.example.sample 1.0.0");
    Path text = Files.writeString(checkout.resolve("text.jar"), "no jar");
    assertRefused(text, "found no bundle; expected org.example.sample 1.0.0");
    Path absent = checkout.resolve("absent.jar");
    assertRefused(absent, "found no file; expected org.example.sample 1.0.0");
    assertFalse(Files.exists(PLUGINS));
  }

  @Test
  void withoutAJarItIsToldHowToMakeIt() {
    Outcome outcome = workshop.run("feature", "add", "sample");
    assertEquals(2, outcome.code());
    assertEquals(1, outcome.errorLines().size(), outcome.err());
    assertTrue(
        outcome.err().contains("`mvn package -pl bundles/sample -am -DskipTests`"), outcome.err());
  }

  @Test
  void unknownFeatureIsBadInputWithTheNearestOne() {
    for (String command : List.of("add", "remove")) {
      Outcome outcome = workshop.run("feature", command, "smaple");
      assertEquals(2, outcome.code());
      assertTrue(outcome.err().contains("expected sample"), outcome.err());
    }
  }

  private void assertListed(String installed) {
    String line = workshop.run("feature", "ls").out().lines().toList().get(1);
    assertTrue(line.matches("sample +" + installed + " +83\\.4 MB +a sample"), line);
  }

  private void assertRefused(Path jar, String message) {
    Outcome outcome = workshop.run("feature", "add", "sample", "--from", jar.toString());
    assertEquals(2, outcome.code());
    assertEquals("pieceworks: --from " + jar + ": " + message + "\n", outcome.err());
  }

  private static List<Path> plugIns() throws IOException {
    try (Stream<Path> files = Files.list(PLUGINS)) {
      return files.sorted().toList();
    }
  }

  private static Path jar(Path path, String name, String version) throws IOException {
    return jar(path, name, version, "");
  }

  private static Path jar(Path path, String name, String version, String description)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-SymbolicName", name + ";singleton:=true");
    headers.putValue("Bundle-Version", version);
    headers.putValue("Bundle-Description", description);
    Files.createDirectories(path.getParent());
    try (OutputStream out = Files.newOutputStream(path)) {
      new JarOutputStream(out, manifest).close();
    }
    return path;
  }
}
