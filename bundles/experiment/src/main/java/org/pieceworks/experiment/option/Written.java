package org.pieceworks.experiment.option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bound values as a file would write them, the same value always in the same form. */
public final class Written {

  private Written() {}

  /**
   * The text of a value: {@code 0.003}, {@code factor-average}, {@code [q_proj, v_proj]}. A plug-in
   * in use is its name, followed by those options that are not its defaults.
   */
  public static String of(Object value) {
    if (value instanceof Use<?> use) {
      List<String> own = entries(use.options(), true);
      return own.isEmpty() ? use.name() : use.name() + " {" + String.join(", ", own) + "}";
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(Written::of).orElse("");
    }
    if (value instanceof Record options) {
      return "{" + String.join(", ", entries(options, false)) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(Written::of).toList()) + "]";
    }
    if (value instanceof Enum<?> constant) {
      return Names.kebab(constant);
    }
    return value instanceof Double number ? number(number) : String.valueOf(value);
  }

  /** No exponent where that is as short: {@code 0.003}, {@code 1}, but {@code 1e-12}. */
  private static String number(double value) {
    BigDecimal exact = new BigDecimal(String.valueOf(value)).stripTrailingZeros();
    String plain = exact.toPlainString();
    return plain.length() <= 12 ? plain : exact.toString().toLowerCase(Locale.ROOT);
  }

  private static List<String> entries(Record options, boolean changedOnly) {
    List<String> entries = new ArrayList<>();
    for (OptionField field : OptionField.of(options.getClass())) {
      Object value = field.read(options);
      if (field.nested() && changedOnly) {
        List<String> inner = entries((Record) value, true);
        if (!inner.isEmpty()) {
          entries.add(field.key() + ": {" + String.join(", ", inner) + "}");
        }
      } else if (!changedOnly || !of(value).equals(standard(field))) {
        entries.add(field.key() + ": " + of(value));
      }
    }
    return entries;
  }

  /** The default as {@link #of} writes it; empty where the file must give the value. */
  private static String standard(OptionField field) {
    Config given = field.standard();
    if (field.option().required() || field.elementType() == Use.class) {
      return field.option().required() ? "" : given.shown();
    }
    return given instanceof Config.Sequence list
        ? list.items().stream().map(item -> scalar(field, item)).toList().toString()
        : scalar(field, given);
  }

  private static String scalar(OptionField field, Config text) {
    return of(Scalars.bind(field, (Config.Scalar) text, field.key()));
  }
}
