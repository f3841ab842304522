package org.pieceworks.ui.internal.window;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.KeyStroke;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Texts;

/** What the window itself can have done. */
final class WindowActs {

  private static final int CONTROL = InputEvent.CTRL_DOWN_MASK;
  private static final String ARRANGEMENT = "arrangement";
  private static final String LOOK = "look";
  private static final String SIZE = "size";
  private static final int[] SCALES = {0, 100, 125, 150, 175, 200};

  private final Workspace workspace;
  private final Themes themes;
  private final Runnable quit;
  private final Texts texts = Texts.of(WindowActs.class);
  private Palette palette;

  WindowActs(Workspace workspace, Themes themes, Runnable quit) {
    this.workspace = workspace;
    this.themes = themes;
    this.quit = quit;
  }

  void offer() {
    add(Acts.END, "quit", "file", keys(KeyEvent.VK_Q, CONTROL), quit);
    KeyStroke anything = keys(KeyEvent.VK_P, CONTROL | InputEvent.SHIFT_DOWN_MASK);
    add(Acts.END, "palette", "help", anything, this::find);
    int key = KeyEvent.VK_1;
    for (Perspective perspective : Perspective.ALL) {
      String title = texts.get("act.perspective", texts.get("perspective." + perspective.id()));
      KeyStroke keys = keys(key++, InputEvent.ALT_DOWN_MASK);
      String id = "perspective-" + perspective.id();
      act(ARRANGEMENT, new Act(id, "window", title, keys, () -> workspace.change(perspective)));
    }
    add(ARRANGEMENT, "reset", "window", null, workspace::reset);
    add(LOOK, "light", "window", null, () -> themes.change(false));
    add(LOOK, "dark", "window", null, () -> themes.change(true));
    for (int scale : SCALES) {
      String title = scale == 0 ? texts.get("act.scale.0") : texts.get("act.scale", scale);
      act(SIZE, new Act("scale-" + scale, "window", title, null, () -> scale(scale)));
    }
  }

  private void scale(int percent) {
    themes.scale(percent);
    workspace.say(texts.get("act.scale.said"));
  }

  private void add(Object group, String id, String menu, KeyStroke keys, Runnable run) {
    act(group, new Act(id, menu, texts.get("act." + id), keys, run));
  }

  private void act(Object group, Act act) {
    workspace.acts().add(group, act);
  }

  private static KeyStroke keys(int code, int modifiers) {
    return KeyStroke.getKeyStroke(code, modifiers);
  }

  /** Shows the palette. */
  void find() {
    List<Palette.Entry> entries = new ArrayList<>();
    for (ViewPanel panel : workspace.views()) {
      String title = texts.get("palette.view") + ": " + panel.info().title();
      entries.add(new Palette.Entry(title, () -> workspace.show(panel.info().id())));
    }
    for (Act act : workspace.acts().byTitle()) {
      if (!act.id().equals("palette")) {
        entries.add(new Palette.Entry(act.title(), act.run()));
      }
    }
    if (palette == null) {
      palette = new Palette(workspace.frame());
    }
    palette.find(entries);
  }
}
