package org.pieceworks.report.internal.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pieceworks.report.chart.ChartLook;
import org.pieceworks.report.words.Names;

/**
 * One colour and one marker for each method, the same in all charts: the palette of Okabe and Ito
 * (2008), which people with any kind of colour vision can tell apart. Known methods always look the
 * same; others take what is left, in the order of their names.
 */
final class MethodStyles {

  private static final Color BLACK = new Color(0x00, 0x00, 0x00);
  private static final Color ORANGE = new Color(0xE6, 0x9F, 0x00);
  private static final Color SKY = new Color(0x56, 0xB4, 0xE9);
  private static final Color GREEN = new Color(0x00, 0x9E, 0x73);
  private static final Color BLUE = new Color(0x00, 0x72, 0xB2);
  private static final Color VERMILION = new Color(0xD5, 0x5E, 0x00);
  private static final Color PURPLE = new Color(0xCC, 0x79, 0xA7);
  private static final Color GREY = new Color(0x6B, 0x6B, 0x6B);

  private static final float[] DOTS = {2f, 3f};
  private static final float[] SPARSE = {2f, 7f};

  private static final Map<String, MethodStyle> KNOWN = new HashMap<>();

  static {
    known("bag-of-words", GREY, Markers.CROSS);
    known("non-personalized", BLACK, Markers.SQUARE);
    known("user-prior", GREEN, Markers.DOWN);
    known("peft-retrieval", ORANGE, Markers.UP);
    known("oppu", BLUE, Markers.DIAMOND);
    known("per-pcs", VERMILION, Markers.CIRCLE);
    known("rag", SKY, Markers.DOWN);
    known("pag", PURPLE, Markers.CROSS);
    reference("chance", SPARSE);
    reference("ceiling-population", DOTS);
    reference("ceiling-personal", MethodStyle.DASHES);
  }

  private static final List<Color> OTHER_COLORS = List.of(PURPLE, SKY, GREEN, GREY);

  private final Map<String, MethodStyle> styles = new LinkedHashMap<>();
  private final ChartLook look;

  /** Styles for all methods of a run, on paper. */
  MethodStyles(Collection<String> methods) {
    this(methods, ChartLook.PRINT);
  }

  /** Styles for all methods of a run. */
  MethodStyles(Collection<String> methods, ChartLook look) {
    this.look = look;
    Set<String> names = new LinkedHashSet<>(methods.stream().sorted().toList());
    Set<MethodStyle> taken = new LinkedHashSet<>();
    names.stream().map(KNOWN::get).filter(style -> style != null).forEach(taken::add);
    int next = 0;
    for (String name : names) {
      MethodStyle style = KNOWN.get(name);
      while (style == null) {
        Color color = OTHER_COLORS.get(next % OTHER_COLORS.size());
        Shape marker = Markers.ALL.get((next + next / OTHER_COLORS.size()) % Markers.ALL.size());
        MethodStyle candidate = new MethodStyle(Names.method(name), color, marker, solid());
        boolean clash =
            next < OTHER_COLORS.size() && taken.stream().anyMatch(s -> s.color().equals(color));
        style = clash ? null : candidate;
        next++;
      }
      styles.put(name, style);
    }
  }

  /** The style of a method; grey for a name that the run has not. */
  MethodStyle of(String method) {
    MethodStyle style = styles.getOrDefault(method, KNOWN.get(method));
    MethodStyle known =
        style != null
            ? style
            : new MethodStyle(Names.method(method), GREY, Markers.CIRCLE, solid());
    return known.on(look);
  }

  /** The colours around the data. */
  ChartLook look() {
    return look;
  }

  private static BasicStroke solid() {
    return new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static void known(String name, Color color, Shape marker) {
    KNOWN.put(name, new MethodStyle(Names.method(name), color, marker, solid()));
  }

  private static void reference(String name, float[] dashes) {
    BasicStroke stroke =
        new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes, 0f);
    KNOWN.put(name, new MethodStyle(Names.method(name), GREY, Markers.CIRCLE, stroke));
  }
}
