package org.pieceworks.ui.internal.view.plugins;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;

/** How the view lists, and what can be done with the selected bundle. */
final class PluginButtons extends JToolBar {

  static final String BUNDLES = "bundles";
  static final String FAMILIES = "families";
  static final String LIBRARIES = "libraries";
  static final String START = "start";
  static final String STOP = "stop";
  static final String UPDATE = "update";
  static final String INSTALL = "install";
  static final String REMOVE = "remove";

  private static final long serialVersionUID = 1L;

  private final transient Texts texts;
  private final transient Consumer<String> act;
  private final Map<String, JButton> buttons = new LinkedHashMap<>();
  private final JToggleButton families;
  private final JCheckBox libraries;

  PluginButtons(Texts texts, Consumer<String> act, boolean byFamily) {
    this.texts = texts;
    this.act = act;
    setFloatable(false);
    JToggleButton bundles = mode(BUNDLES, !byFamily);
    families = mode(FAMILIES, byFamily);
    ButtonGroup modes = new ButtonGroup();
    modes.add(bundles);
    modes.add(families);
    libraries = new JCheckBox(texts.get(LIBRARIES));
    libraries.setName("plugins-" + LIBRARIES);
    libraries.setToolTipText(texts.get(LIBRARIES + ".help"));
    libraries.setEnabled(!byFamily);
    libraries.addActionListener(event -> act.accept(LIBRARIES));
    add(libraries);
    addSeparator();
    for (String key : List.of(START, STOP, UPDATE, REMOVE)) {
      add(button(key));
    }
    addSeparator();
    add(button(INSTALL));
    show(Optional.empty());
    buttons.get(INSTALL).setEnabled(true);
  }

  private JToggleButton mode(String key, boolean selected) {
    JToggleButton button = new JToggleButton(texts.get(key), selected);
    button.setName("plugins-by-" + key);
    button.setToolTipText(texts.get(key + ".help"));
    button.addActionListener(
        event -> {
          libraries.setEnabled(!byFamily());
          act.accept(key);
        });
    add(button);
    return button;
  }

  private JButton button(String key) {
    JButton button = Buttons.of(texts, "plugins", key, () -> act.accept(key));
    buttons.put(key, button);
    return button;
  }

  boolean byFamily() {
    return families.isSelected();
  }

  boolean withLibraries() {
    return libraries.isSelected();
  }

  /** Offers what fits a bundle. */
  void show(Optional<BundleRow> row) {
    enable(START, row.isPresent() && row.get().canStart());
    enable(STOP, row.isPresent() && row.get().canStop());
    enable(UPDATE, row.isPresent() && row.get().canBeReplaced());
    enable(REMOVE, row.isPresent() && row.get().canBeReplaced());
    boolean needed = row.isPresent() && !row.get().canStart() && !row.get().canStop();
    buttons.get(STOP).setToolTipText(texts.get(needed ? "stop.needed" : "stop.help"));
  }

  private void enable(String key, boolean enabled) {
    buttons.get(key).setEnabled(enabled);
  }
}
