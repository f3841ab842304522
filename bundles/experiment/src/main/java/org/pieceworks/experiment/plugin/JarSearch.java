package org.pieceworks.experiment.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;

/**
 * Looks for the jars of a feature.
 *
 * @param given where its user says they are; empty: where builds leave them
 */
public record JarSearch(List<Path> given) {

  /** Copies the paths. */
  public JarSearch {
    given = List.copyOf(given);
  }

  /**
   * The jar of each of a feature's bundles, in their order.
   *
   * @throws BadInputException if one is missing, or is not what the feature names
   */
  public List<BundleJar> find(OptionalFeature feature) {
    given.forEach(path -> check(path, feature));
    return feature.bundles().stream().map(bundle -> find(bundle, feature)).toList();
  }

  private static void check(Path path, OptionalFeature feature) {
    String found =
        BundleJar.read(path)
            .map(jar -> jar.symbolicName() + " " + jar.version())
            .orElse(Files.exists(path) ? "no bundle" : "no file");
    List<String> expected =
        feature.bundles().stream().map(b -> b.symbolicName() + " " + b.version()).toList();
    if (!expected.contains(found)) {
      throw BadInputException.of("--from " + path, found, String.join(" or ", expected));
    }
  }

  private BundleJar find(FeatureBundle bundle, OptionalFeature feature) {
    Stream<Path> places = given.isEmpty() ? built(bundle) : given.stream();
    return places
        .map(BundleJar::read)
        .flatMap(Optional::stream)
        .filter(jar -> jar.is(bundle))
        .findFirst()
        .orElseThrow(() -> missing(bundle, feature));
  }

  private static Stream<Path> built(FeatureBundle bundle) {
    Path local =
        Path.of(System.getProperty("user.home"), ".m2/repository")
            .resolve(bundle.group().replace('.', '/'))
            .resolve(bundle.artifact())
            .resolve(bundle.release())
            .resolve(bundle.fileName());
    return Stream.concat(
        Installation.current().map(one -> one.built(bundle)).stream(), Stream.of(local));
  }

  private static BadInputException missing(FeatureBundle bundle, OptionalFeature feature) {
    String module = Installation.module(bundle);
    return BadInputException.of(
        feature.name(),
        "no jar of " + bundle.symbolicName() + " " + bundle.version(),
        "one: in a checkout `mvn package -pl %s -am -DskipTests` makes it, to be given with --from %s/target/%s"
            .formatted(module, module, bundle.fileName()));
  }
}
