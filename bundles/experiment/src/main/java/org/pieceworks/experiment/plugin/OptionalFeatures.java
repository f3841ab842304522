package org.pieceworks.experiment.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.Names;

/**
 * The optional features that an installation knows of.
 *
 * @param list by name
 */
public record OptionalFeatures(List<OptionalFeature> list) {

  private static final String ENDING = ".json";

  /** Copies the list. */
  public OptionalFeatures {
    list = List.copyOf(list);
  }

  /** Those of the installation that is running; none where none is. */
  public static OptionalFeatures ofInstallation() {
    return Installation.current()
        .map(installation -> read(installation.optionalFeatures()))
        .orElse(new OptionalFeatures(List.of()));
  }

  /** Those whose OSGi feature files lie in a folder. */
  static OptionalFeatures read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new OptionalFeatures(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<OptionalFeature> features = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        features.add(feature(file, new ObjectMapper().readTree(file.toFile())));
      }
      return new OptionalFeatures(features);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private static OptionalFeature feature(Path file, JsonNode feature) {
    List<FeatureBundle> bundles = new ArrayList<>();
    feature.path("bundles").forEach(bundle -> bundles.add(bundle(file, bundle)));
    String name = file.getFileName().toString().replace(ENDING, "");
    return new OptionalFeature(name, feature.path("description").asText(), bundles);
  }

  private static FeatureBundle bundle(Path file, JsonNode bundle) {
    String[] id = bundle.path("id").asText().split(":");
    if (id.length != 3) {
      throw BadInputException.of(
          file + ": bundles", bundle.toString(), "an id of group, artifact and version");
    }
    return new FeatureBundle(
        id[0],
        id[1],
        id[2],
        bundle.path("symbolic-name").asText(),
        List.of(bundle.path("plugins").asText().split(", *")),
        bundle.path("bytes").asLong());
  }

  /**
   * The feature of that name.
   *
   * @param where the name stands, for the message
   * @throws BadInputException if there is none, with the nearest name
   */
  public OptionalFeature find(String name, String where) {
    List<String> names = list.stream().map(OptionalFeature::name).toList();
    return list.stream()
        .filter(feature -> feature.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                BadInputException.of(
                    where,
                    "no optional feature named " + name,
                    names.isEmpty()
                        ? "none: this installation has none"
                        : Names.oneOf(name, names)));
  }

  /** The feature that brings a plug-in. */
  Optional<OptionalFeature> bringing(Family family, String plugin) {
    return list.stream()
        .filter(feature -> feature.plugins(family).anyMatch(plugin::equals))
        .findFirst();
  }

  /** The names of the plug-ins of a family that features bring. */
  List<String> plugins(Family family) {
    return list.stream().flatMap(feature -> feature.plugins(family)).toList();
  }
}
