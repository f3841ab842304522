package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.UIManager;
import org.pieceworks.ui.internal.state.Preferences;

/** Light and dark, and how large everything is. */
final class Themes {

  static final String DARK = "dark";
  private static final String LIGHT = "light";
  private static final String THEME = "theme";
  private static final String SCALE = "scale";

  private final Preferences preferences;

  Themes(Preferences preferences) {
    this.preferences = preferences;
  }

  /** To be called before the first component is made. */
  void begin() {
    // Classes of the look are found by name, from wherever Swing happens to be asked.
    UIManager.put("ClassLoader", FlatLaf.class.getClassLoader());
    UIManager.getDefaults().put("ClassLoader", FlatLaf.class.getClassLoader());
    int scale = preferences.number(SCALE, 0);
    if (scale > 0 && System.getProperty("flatlaf.uiScale") == null) {
      System.setProperty("flatlaf.uiScale", scale + "%");
    }
    System.setProperty("flatlaf.useWindowDecorations", "false");
    FlatLaf.registerCustomDefaultsSource(
        "org.pieceworks.ui.internal.window", Themes.class.getClassLoader());
    setUp();
    AlignedTableHeaderUI.use();
  }

  private void setUp() {
    if (dark()) {
      FlatDarkLaf.setup();
    } else {
      FlatLightLaf.setup();
    }
  }

  boolean dark() {
    return DARK.equals(preferences.get(THEME, LIGHT));
  }

  /** Changes the look of all that is shown. */
  void change(boolean dark) {
    preferences.put(THEME, dark ? DARK : LIGHT);
    setUp();
    FlatLaf.updateUI();
  }

  /** In percent; 0: as the screen has it. Seen at the next start. */
  void scale(int percent) {
    preferences.put(SCALE, String.valueOf(percent));
  }

  int scale() {
    return preferences.number(SCALE, 0);
  }
}
