package org.pieceworks.experiment.plugin;

import java.util.List;
import java.util.stream.Stream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.option.Names;

/** The plug-ins that are there now. */
public interface Plugins {

  /** The members of a family, by name; of several with one name the first in rank comes first. */
  List<PluginEntry> list(Family family);

  /** Whether a member is still there; asked before every call of it. */
  default boolean present(Family family, Plugin<?> plugin) {
    return list(family).stream().anyMatch(entry -> entry.plugin() == plugin);
  }

  /**
   * A member by name.
   *
   * @param where the name stands, for the message
   * @throws BadInputException if there is none, with the nearest name or the feature that brings it
   */
  default Plugin<?> find(Family family, String name, String where) {
    List<PluginEntry> members = list(family);
    return members.stream()
        .filter(entry -> !entry.shadowed() && entry.plugin().name().equals(name))
        .findFirst()
        .map(PluginEntry::plugin)
        .orElseThrow(() -> unknown(members, family, name, where));
  }

  private static BadInputException unknown(
      List<PluginEntry> members, Family family, String name, String where) {
    OptionalFeatures features = OptionalFeatures.ofInstallation();
    String found = "no " + family.title() + " named " + name;
    return features
        .bringing(family, name)
        .map(feature -> toBeAdded(feature, found, where))
        .orElseGet(
            () -> BadInputException.of(where, found, expected(members, family, name, features)));
  }

  private static BadInputException toBeAdded(OptionalFeature feature, String found, String where) {
    return new BadInputException(
        "%s: found %s; it comes with the optional feature %s: pieceworks feature add %s"
            .formatted(where, found, feature.name(), feature.name()));
  }

  private static String expected(
      List<PluginEntry> members, Family family, String name, OptionalFeatures features) {
    List<String> optional = features.plugins(family);
    List<String> names =
        Stream.concat(members.stream().map(e -> e.plugin().name()), optional.stream())
            .distinct()
            .toList();
    String expected =
        names.isEmpty()
            ? "a " + family.title() + ", but none is installed"
            : Names.oneOf(name, names);
    return optional.isEmpty()
        ? expected
        : expected
            + "; what is not installed comes with an optional feature: pieceworks feature ls";
  }
}
