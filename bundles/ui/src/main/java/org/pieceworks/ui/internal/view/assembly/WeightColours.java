package org.pieceworks.ui.internal.view.assembly;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import javax.swing.UIManager;
import org.pieceworks.ui.internal.component.Colours;

/** From the background, light or dark, to a colour that stands out from it: more is stronger. */
final class WeightColours {

  private static final double LEAST = 0.12;
  private static final double LIGHT_END = 0.35;
  private static final double DARK_END = 0.75;

  private WeightColours() {}

  /**
   * The colour of a share of the greatest weight.
   *
   * @param share from 0 to 1
   */
  static Color of(double share) {
    Color ground = UIManager.getColor("Table.background");
    Color ink = UIManager.getColor("Component.accentColor");
    Color end =
        Colours.mix(
            ink,
            UIManager.getColor("Table.foreground"),
            FlatLaf.isLafDark() ? DARK_END : LIGHT_END);
    double at = LEAST + (1 - LEAST) * Math.max(0, Math.min(1, share));
    return at < 0.6 ? Colours.mix(ground, ink, at / 0.6) : Colours.mix(ink, end, (at - 0.6) / 0.4);
  }
}
