package org.pieceworks.ui.internal.page;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.swing.UIManager;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.internal.component.Colours;

/** The style of pages in the colours and the font of the window. */
final class PageStyle {

  /** Below it tables need the room that margins take. */
  private static final int NARROW = Pixels.scaled(800);

  private static final double FAINT = 0.68;
  private static final double RULE = 0.18;
  private static final double RAISED = 0.05;
  private static final double WARN = 0.14;
  private static final Color WARNING = new Color(0xE0, 0xA0, 0x20);

  private PageStyle() {}

  /** As the window looks now, for a page of some width; to be called on the event thread. */
  static String current(int width) {
    boolean narrow = width < NARROW;
    Color ground = color("Table.background", Color.WHITE);
    Color ink = color("Table.foreground", Color.BLACK);
    Font font = UIManager.getFont("Label.font");
    Map<String, String> values = new LinkedHashMap<>();
    // Longer names first: one begins with another.
    values.put("@warnrule", hex(WARNING));
    values.put("@warn", hex(Colours.mix(ground, WARNING, WARN)));
    values.put("@ground", hex(ground));
    values.put("@ink", hex(ink));
    values.put("@accent", hex(color("Component.linkColor", Color.BLUE)));
    values.put("@faint", hex(Colours.mix(ground, ink, FAINT)));
    values.put("@rule", hex(Colours.mix(ground, ink, RULE)));
    values.put("@raised", hex(Colours.mix(ground, ink, RAISED)));
    values.put("@margin", length(narrow ? 16 : 28));
    values.put("@gap", length(narrow ? 8 : 14));
    values.put("@font", font == null ? "SansSerif" : "'" + font.getFamily() + "'");
    values.put("@size", String.valueOf(font == null ? 13 : font.getSize()));
    String css = template();
    for (Map.Entry<String, String> value : values.entrySet()) {
      css = css.replace(value.getKey(), value.getValue());
    }
    return css;
  }

  private static String length(int length) {
    return Pixels.scaled(length) + "px";
  }

  private static Color color(String key, Color otherwise) {
    Color color = UIManager.getColor(key);
    return color == null ? otherwise : color;
  }

  private static String template() {
    try (InputStream in = PageStyle.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
  }
}
