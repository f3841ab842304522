package org.pieceworks.experiment.option;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.option.Option;
import org.pieceworks.experiment.plugin.Family;

/**
 * One option of a record.
 *
 * @param key as files write it
 * @param component of the record
 * @param option its description
 */
public record OptionField(String key, RecordComponent component, Option option) {

  /** The options of a record type, in order. */
  public static List<OptionField> of(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(OptionField::of).toList();
  }

  private static OptionField of(RecordComponent component) {
    Option option = component.getAnnotation(Option.class);
    if (option == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getName() + "." + component.getName() + " lacks @Option");
    }
    return new OptionField(Names.kebab(component.getName()), component, option);
  }

  /** Its Java type. */
  public Class<?> type() {
    return component.getType();
  }

  /** Whether it is a record with options of its own. */
  public boolean nested() {
    return type().isRecord() && type() != Use.class;
  }

  /** Whether it is a list. */
  public boolean list() {
    return type() == List.class;
  }

  /** Whether nothing is a value, too. */
  public boolean optional() {
    return type() == Optional.class;
  }

  /** What a list holds; its own type where it is none. Primitive types as their classes. */
  public Class<?> elementType() {
    Class<?> element = list() || optional() ? raw(argument(component.getGenericType())) : type();
    return MethodType.methodType(element).wrap().returnType();
  }

  /** The family of the plug-in, or plug-ins, that it names. */
  public Family family() {
    Type use =
        list() || optional() ? argument(component.getGenericType()) : component.getGenericType();
    return Family.of(raw(argument(use)));
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType parameterized
        ? (Class<?>) parameterized.getRawType()
        : (Class<?>) type;
  }

  /** Its value in a record. */
  public Object read(Record options) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(key + " cannot be read", e);
    }
  }

  /** Its default as a file would say it. */
  Config standard() {
    Origin origin = new Origin("default of " + key, 0);
    if (!list()) {
      return new Config.Scalar(option.value(), origin);
    }
    List<Config> items = new ArrayList<>();
    for (String part : option.value().isEmpty() ? new String[0] : option.value().split(",")) {
      items.add(new Config.Scalar(part.strip(), origin));
    }
    return new Config.Sequence(items, origin);
  }

  /** What it takes, in words: {@code a number from 0 to 10}. */
  public String expected() {
    String one = expectedOne();
    return list() ? "a list: each " + one : one;
  }

  /** What each value of it takes, in words. */
  String expectedOne() {
    Class<?> element = elementType();
    if (element == Use.class) {
      return "the name of a " + family().title();
    }
    if (element == Boolean.class) {
      return "true or false";
    }
    if (element.isEnum()) {
      return "one of " + String.join(", ", constants(element));
    }
    if (element == String.class) {
      return option.choices().length == 0
          ? "text"
          : "one of " + String.join(", ", option.choices());
    }
    if (element.isRecord()) {
      return "a map of settings";
    }
    return (element == Double.class ? "a number" : "a whole number") + range();
  }

  private String range() {
    boolean low = option.min() > Double.NEGATIVE_INFINITY;
    boolean high = option.max() < Double.POSITIVE_INFINITY;
    return (low ? (high ? " from " : " of at least ") + Written.of(option.min()) : "")
        + (high ? (low ? " to " : " of at most ") + Written.of(option.max()) : "");
  }

  /** The only texts that each value of it may be; empty where there is no such list. */
  public List<String> choices() {
    Class<?> element = elementType();
    if (element == Boolean.class) {
      return List.of("true", "false");
    }
    return element.isEnum() ? constants(element) : List.of(option.choices());
  }

  /** The texts of an enum's constants. */
  static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> Names.kebab((Enum<?>) c)).toList();
  }
}
