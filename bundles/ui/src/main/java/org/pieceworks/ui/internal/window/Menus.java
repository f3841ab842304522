package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.Box;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JToggleButton;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Texts;

/** The menu bar: what can be done, by menu, the views, and the perspectives to change to. */
final class Menus {

  private static final List<String> NAMES =
      List.of("file", "edit", "view", "run", "window", "help");

  private final Workspace workspace;
  private final Texts texts = Texts.of(Menus.class);

  Menus(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Makes the menu bar of what can be done now. */
  JMenuBar bar() {
    JMenuBar bar = new JMenuBar();
    for (String name : NAMES) {
      JMenu menu = new JMenu(texts.get("menu." + name));
      menu.setName("menu-" + name);
      menu.setMnemonic(menu.getText().charAt(0));
      if (name.equals("view")) {
        workspace.views().forEach(panel -> menu.add(view(panel)));
      }
      workspace.acts().groups(name).forEach(group -> add(menu, group));
      if (menu.getItemCount() > 0) {
        bar.add(menu);
      }
    }
    bar.add(Box.createHorizontalGlue());
    Perspective.ALL.forEach(perspective -> bar.add(button(perspective)));
    return bar;
  }

  private static void add(JMenu menu, List<Act> group) {
    if (menu.getItemCount() > 0) {
      menu.addSeparator();
    }
    group.forEach(act -> menu.add(item(act)));
  }

  private JToggleButton button(Perspective perspective) {
    String name = texts.get("perspective." + perspective.id());
    JToggleButton button = new JToggleButton(name, perspective.equals(workspace.perspective()));
    button.setName("perspective-" + perspective.id());
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TAB);
    button.setFocusable(false); // keys have the menu and the palette
    button.setToolTipText(texts.get("act.perspective", name));
    button.getAccessibleContext().setAccessibleName(texts.get("act.perspective", name));
    button.addActionListener(event -> workspace.change(perspective));
    return button;
  }

  private JMenuItem view(ViewPanel panel) {
    JMenuItem item = new JMenuItem(panel.info().title(), panel.getIcon());
    item.setName("show-" + panel.info().id());
    item.setToolTipText(panel.info().help());
    item.addActionListener(event -> workspace.show(panel.info().id()));
    return item;
  }

  private static JMenuItem item(Act act) {
    JMenuItem item = new PromptItem(act.title());
    item.setName("act-" + act.id());
    item.setAccelerator(act.keys());
    item.addActionListener(event -> act.run().run());
    return item;
  }

  /**
   * Swing shows an item as pressed for 68 ms, asleep in the event thread, when its keys are hit.
   */
  private static final class PromptItem extends JMenuItem {

    private static final long serialVersionUID = 1L;

    PromptItem(String title) {
      super(title);
    }

    @Override
    public void doClick(int pressTime) {
      super.doClick(0);
    }
  }
}
