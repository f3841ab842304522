package org.pieceworks.experiment.option;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;

/** Binds YAML to options records, every value checked against its description. */
public final class OptionBinder {

  private final Plugins plugins;

  /** Creates a binder that finds the plug-ins a file names. */
  public OptionBinder(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Binds a record.
   *
   * @param config a map, or null for all defaults
   * @param path to the record within its file, for messages
   * @throws BadInputException at the first value that does not fit
   */
  public <R extends Record> R bind(Class<R> type, Config config, String path) {
    Config.Mapping mapping = mapping(config, path);
    List<OptionField> fields = OptionField.of(type);
    checkKeys(mapping, fields, path);
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      OptionField field = fields.get(i);
      Config value = mapping.entries().get(field.key());
      values[i] = field(field, value, join(path, field.key()), mapping.origin());
    }
    return construct(type, values, mapping.origin().at(path));
  }

  private static Config.Mapping mapping(Config config, String path) {
    if (config instanceof Config.Mapping mapping) {
      return mapping;
    }
    if (config == null || config instanceof Config.Scalar scalar && scalar.text() == null) {
      return new Config.Mapping(
          Map.of(), config == null ? new Origin("defaults", 0) : config.origin());
    }
    throw BadInputException.of(config.origin().at(path), config.shown(), "a map of settings");
  }

  private static void checkKeys(Config.Mapping mapping, List<OptionField> fields, String path) {
    List<String> known = fields.stream().map(OptionField::key).toList();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              if (!known.contains(key)) {
                throw unknownKey(value.origin(), join(path, key), key, known);
              }
            });
  }

  /** The error for a key that nobody knows. */
  public static BadInputException unknownKey(
      Origin origin, String path, String key, List<String> known) {
    String expected = known.isEmpty() ? "no settings here" : Names.oneOf(key, known);
    return BadInputException.of(origin.at(path), "an unknown key", expected);
  }

  private Object field(OptionField field, Config value, String path, Origin parent) {
    boolean absent = value == null || value instanceof Config.Scalar s && s.text() == null;
    if (field.nested()) {
      return bind(field.type().asSubclass(Record.class), value, path);
    }
    if (absent && field.option().required()) {
      throw BadInputException.of(parent.at(path), "nothing", field.expected());
    }
    if (field.optional()) {
      return absent ? Optional.empty() : Optional.of(one(field, value, path));
    }
    Config present = absent ? field.standard() : value;
    if (!field.list()) {
      return one(field, present, path);
    }
    if (!(present instanceof Config.Sequence sequence)) {
      return List.of(one(field, present, path));
    }
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      bound.add(one(field, sequence.items().get(i), path + "[" + i + "]"));
    }
    return List.copyOf(bound);
  }

  private Object one(OptionField field, Config value, String path) {
    Class<?> type = field.elementType();
    if (type == Use.class) {
      return use(field.family(), named(field, value), path);
    }
    if (!(value instanceof Config.Scalar scalar) || scalar.text() == null) {
      throw BadInputException.of(value.origin().at(path), value.shown(), field.expectedOne());
    }
    return Scalars.bind(field, scalar, path);
  }

  /** Options without a name are those of the default plug-in. */
  private static Config named(OptionField field, Config value) {
    boolean nameless =
        value instanceof Config.Mapping mapping && !mapping.entries().containsKey(Config.USE);
    if (!nameless || field.list() || field.option().value().isEmpty()) {
      return value;
    }
    Config.Scalar name = new Config.Scalar(field.option().value(), value.origin());
    return Config.merge(name, value);
  }

  /**
   * Binds a plug-in: its bare name, or a map with {@code use} and its options.
   *
   * @throws BadInputException if there is no such plug-in, with the nearest name
   */
  public Use<Plugin<?>> use(Family family, Config value, String path) {
    if (value instanceof Config.Scalar scalar && scalar.text() != null) {
      return bindPlugin(find(family, scalar, path), null, path);
    }
    if (value instanceof Config.Mapping mapping
        && mapping.entries().get(Config.USE) instanceof Config.Scalar name
        && name.text() != null) {
      Plugin<?> plugin = find(family, name, path);
      return bindPlugin(plugin, mapping.without(List.of(Config.USE)), path);
    }
    throw BadInputException.of(
        value.origin().at(path),
        value.shown(),
        "the name of a " + family.title() + ", or a map with use: NAME and its options");
  }

  private Plugin<?> find(Family family, Config.Scalar name, String path) {
    return plugins.find(family, name.text(), name.origin().at(path));
  }

  private Use<Plugin<?>> bindPlugin(Plugin<?> plugin, Config options, String path) {
    Config given =
        options == null
            ? new Config.Mapping(new LinkedHashMap<>(), new Origin("defaults", 0))
            : options;
    return new Use<>(plugin, bind(plugin.optionsType(), given, path));
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Records may check what no single option can; their complaints get their place. */
  private static <R extends Record> R construct(Class<R> type, Object[] values, String where) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof BadInputException
          || e.getCause() instanceof IllegalArgumentException) {
        throw new BadInputException(where + ": " + e.getCause().getMessage(), e.getCause());
      }
      throw new IllegalStateException(type.getName() + " cannot be made", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }
}
