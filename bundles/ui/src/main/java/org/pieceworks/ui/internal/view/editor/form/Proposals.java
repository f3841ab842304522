package org.pieceworks.ui.internal.view.editor.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.Plugin;
import org.pieceworks.ui.internal.view.editor.yaml.CaretPlace;

/** What may be written at the caret. */
public record Proposals(Settings settings) {

  private static final String USE = "use";

  /**
   * One of them.
   *
   * @param word that is to be written
   * @param insertion with what follows it
   * @param help in a sentence
   */
  public record Proposal(String word, String insertion, String help) {}

  /**
   * All that fit a place, in the order in which files have them.
   *
   * @param values of the text as it last was valid
   */
  public List<Proposal> at(CaretPlace place, FormValues values) {
    if (place.prefix().startsWith("#")) {
      return List.of();
    }
    List<Proposal> all = new ArrayList<>();
    List<String> path = withoutSweep(place.path());
    boolean sweep = path.size() < place.path().size();
    if (sweep && path.isEmpty()) {
      settings.sweepable(values).forEach(field -> all.add(key(field.path(), field.help())));
    } else if (place.value()) {
      values(String.join(".", path), values).ifPresent(all::addAll);
    }
    if (!sweep && (!place.value() || all.isEmpty())) {
      all.addAll(keys(String.join(".", path), values));
    }
    return all.stream().filter(one -> one.word().startsWith(place.prefix())).toList();
  }

  private static List<String> withoutSweep(List<String> path) {
    return !path.isEmpty() && path.get(0).equals(Settings.SWEEP)
        ? path.subList(1, path.size())
        : path;
  }

  private static Proposal key(String word, String help) {
    return new Proposal(word, word + ": ", help);
  }

  /** Empty where the path leads to no setting. */
  private Optional<List<Proposal>> values(String path, FormValues values) {
    String setting = path.endsWith("." + USE) ? path.substring(0, path.length() - 4) : path;
    return settings.find(setting, values).map(this::choices);
  }

  private List<Proposal> choices(Field field) {
    return field.choices().stream()
        .map(
            name ->
                new Proposal(
                    name,
                    name,
                    field
                        .family()
                        .flatMap(family -> settings.plugin(family, name))
                        .map(Plugin::summary)
                        .orElse(field.help())))
        .toList();
  }

  private List<Proposal> keys(String path, FormValues values) {
    String prefix = path.isEmpty() ? "" : path + ".";
    Map<String, Proposal> keys = new LinkedHashMap<>();
    for (Field field : settings.all(values)) {
      if (field.path().equals(path) && field.kind() == Field.Kind.PLUGIN) {
        keys.put(USE, key(USE, field.help()));
      } else if (field.path().startsWith(prefix)) {
        String word = field.path().substring(prefix.length()).split("\\.")[0];
        keys.putIfAbsent(word, key(word, help(prefix + word, field)));
      }
    }
    if (path.isEmpty()) {
      keys.put(Settings.SWEEP, key(Settings.SWEEP, ""));
    }
    keys.keySet().removeAll(values.keys(path));
    return List.copyOf(keys.values());
  }

  private String help(String path, Field field) {
    return settings.groups().stream()
        .filter(group -> group.key().equals(path))
        .map(Settings.Group::help)
        .findFirst()
        .orElse(field.help());
  }
}
