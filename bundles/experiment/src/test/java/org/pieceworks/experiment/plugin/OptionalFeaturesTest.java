package org.pieceworks.experiment.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;

/** What may be added to an installation, and who is told of it. */
class OptionalFeaturesTest {

  private static final String ENCODERS =
      """
      {"id": "org.example:encoders:1.0.0", "description": "two encoders",
       "bundles": [{"id": "org.example:encoders:1.0.0-SNAPSHOT", "bytes": 7,
                    "symbolic-name": "org.example.encoders",
                    "plugins": "pretrained-model/small, pretrained-model/large"}]}
      """;

  @TempDir Path root;

  private Path folder;

  @BeforeEach
  void install() throws IOException {
    folder = Files.createDirectories(root.resolve("features/optional"));
    System.setProperty(Installation.PROPERTY, root.toString());
    Files.writeString(folder.resolve("encoders.json"), ENCODERS);
  }

  @AfterEach
  void forget() {
    System.clearProperty(Installation.PROPERTY);
  }

  @Test
  void aFeatureHasTheNameOfItsFile() {
    OptionalFeature feature = OptionalFeatures.ofInstallation().find("encoders", "here");
    assertEquals("two encoders", feature.description());
    FeatureBundle bundle = feature.bundles().get(0);
    assertEquals("1.0.0.SNAPSHOT", bundle.version());
    assertEquals("encoders-1.0.0-SNAPSHOT.jar", bundle.fileName());
    assertEquals(7, bundle.bytes());
  }

  @Test
  void aNameThatNoFeatureHasOffersTheNearest() {
    assertEquals(
        "here: found no optional feature named encoder; expected encoders (one of encoders)",
        assertThrows(
                BadInputException.class,
                () -> OptionalFeatures.ofInstallation().find("encoder", "here"))
            .getMessage());
  }

  @Test
  void aFileThatNamesItsBundleWrongIsNamed() throws IOException {
    Files.writeString(folder.resolve("bad.json"), "{\"bundles\": [{\"id\": \"org.example\"}]}");
    assertEquals(
        folder
            + "/bad.json: bundles: found {\"id\":\"org.example\"}; expected an id of group, artifact"
            + " and version",
        assertThrows(BadInputException.class, OptionalFeatures::ofInstallation).getMessage());
  }

  @Test
  void withoutAnInstallationThereAreNone() {
    forget();
    assertEquals(List.of(), OptionalFeatures.ofInstallation().list());
  }

  @Test
  void aPlugInThatAFeatureBringsIsToBeAdded() {
    assertEquals(
        "x.yaml:2: model: found no pretrained model named small; it comes with the optional feature"
            + " encoders: pieceworks feature add encoders",
        unknown(Family.PRETRAINED_MODEL, "small"));
  }

  @Test
  void aPlugInThatNobodyBringsOffersTheNearest() {
    assertEquals(
        "x.yaml:2: model: found no pretrained model named smal; expected small (one of small, large);"
            + " what is not installed comes with an optional feature: pieceworks feature ls",
        unknown(Family.PRETRAINED_MODEL, "smal"));
  }

  @Test
  void aFeatureIsNotOfferedForPlugInsOfAnotherFamily() {
    assertEquals(
        "x.yaml:2: model: found no metric named small; expected a metric, but none is installed",
        unknown(Family.METRIC, "small"));
  }

  private static String unknown(Family family, String name) {
    Plugins none = new FixedPlugins(List.of());
    return assertThrows(BadInputException.class, () -> none.find(family, name, "x.yaml:2: model"))
        .getMessage();
  }
}
