package org.pieceworks.report.words;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.pieceworks.api.chart.ChartData.Unit;

/** Amounts with their units as people read them: {@code 3.2 kB}, {@code 12 ms}. */
public final class Amounts {

  private static final String[] BYTES = {"B", "kB", "MB", "GB", "TB"};

  private Amounts() {}

  /** An amount in its unit. */
  public static String of(double value, Unit unit) {
    return switch (unit) {
      case NUMBER -> fixed(value);
      case SECONDS -> seconds(value);
      case BYTES -> bytes(value);
    };
  }

  /** Three decimals below ten, fewer above. */
  public static String fixed(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size < 10 ? "%.3f" : size < 100 ? "%.2f" : "%.1f", value);
  }

  /** Decimal multiples: 1 kB is 1000 bytes. */
  public static String bytes(double value) {
    double rest = value;
    int power = 0;
    while (rest >= 999.5 && power < BYTES.length - 1) {
      rest /= 1000;
      power++;
    }
    return significant(rest) + " " + BYTES[power];
  }

  /** Microseconds to hours. */
  public static String seconds(double value) {
    if (value == 0) {
      return "0 s";
    }
    if (value < 0.9995e-3) {
      return significant(value * 1e6) + " µs";
    }
    if (value < 0.9995) {
      return significant(value * 1e3) + " ms";
    }
    if (value < 600) {
      return significant(value) + " s";
    }
    return value < 7200 ? significant(value / 60) + " min" : significant(value / 3600) + " h";
  }

  /** Three significant digits without trailing zeros after the point. */
  public static String significant(double value) {
    if (value == 0) {
      return "0";
    }
    int digits = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    int decimals = Math.max(0, Math.min(6, 3 - digits));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return decimals == 0 ? text : text.replaceAll("\\.?0+$", "");
  }

  /** A difference with its sign, three decimals. */
  public static String signed(double value) {
    String digits = String.format(Locale.ROOT, "%.3f", Math.abs(value));
    return digits.equals("0.000") ? "0.000" : (value < 0 ? "\u2212" : "+") + digits;
  }

  /** An interval in brackets. */
  public static String interval(double low, double high) {
    return "[" + fixed(low) + ", " + fixed(high) + "]";
  }

  /** A share in percent. */
  public static String percent(double share) {
    long rounded = Math.round(share * 100);
    return (rounded < 0 ? "\u2212" : "") + Math.abs(rounded) + " %";
  }

  /** How many times one amount holds another, to two digits. */
  public static String times(double ratio) {
    return ratio < 10
        ? String.format(Locale.ROOT, "%.1f", ratio)
        : Long.toString(Math.round(ratio));
  }

  /** A probability as papers give it. */
  public static String probability(double p) {
    if (p < 0.001) {
      return "p < 0.001";
    }
    // Rounding must not carry a value over the usual level.
    return p < 0.05 && p >= 0.0495 ? "p < 0.05" : String.format(Locale.ROOT, "p = %.3f", p);
  }

  /** For the ticks of an axis. */
  public static NumberFormat format(Unit unit) {
    return new NumberFormat() {
      private static final long serialVersionUID = 1L;

      @Override
      public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        // Round numbers of seconds are read more easily than broken hours.
        boolean many = unit == Unit.SECONDS && number >= 600;
        return to.append(
            many
                ? significant(number) + " s"
                : unit == Unit.NUMBER ? significant(number) : of(number, unit));
      }

      @Override
      public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
      }

      @Override
      public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("only formats");
      }
    };
  }
}
