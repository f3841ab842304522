package org.pieceworks.ui.internal.window;

import io.github.andrewauclair.moderndocking.app.Docking;
import java.awt.AWTEvent;
import java.awt.Component;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Unsaved;
import org.pieceworks.ui.View;
import org.pieceworks.ui.event.ErrorLogged;
import org.pieceworks.ui.internal.state.Preferences;
import org.pieceworks.ui.internal.task.Background;

/** What is in the window: views, what they tell each other, what they do, how they are arranged. */
final class Workspace implements AutoCloseable {

  private final JFrame frame;
  private final Preferences preferences;
  private final Runnable changed;
  private final Layouts layouts;
  private final Events events;
  private final Acts acts;
  private final Background background;
  private final StatusBar status;
  private final Map<String, ViewPanel> views = new LinkedHashMap<>();
  private Perspective perspective;

  /**
   * Creates an empty one; to be called on the event thread.
   *
   * @param changed called when there are other views or things to do than before, or another
   *     perspective
   */
  Workspace(JFrame frame, Preferences preferences, Runnable changed) {
    this.frame = frame;
    this.preferences = preferences;
    this.changed = changed;
    layouts = new Layouts(preferences.folder().resolve("layouts"), preferences.filer(), frame);
    events = new Events((owner, error) -> broken(((ViewDesk) owner).view(), error));
    acts = new Acts(changed);
    status = new StatusBar();
    background = new Background(() -> status.show(this.background().jobs()));
    perspective = Perspective.of(preferences.get("perspective", Perspective.DESIGN.id()));
  }

  JFrame frame() {
    return frame;
  }

  Preferences preferences() {
    return preferences;
  }

  Events events() {
    return events;
  }

  Acts acts() {
    return acts;
  }

  Background background() {
    return background;
  }

  StatusBar status() {
    return status;
  }

  Perspective perspective() {
    return perspective;
  }

  /** All views, by title. */
  List<ViewPanel> views() {
    return views.values().stream()
        .sorted(Comparator.comparing(panel -> panel.info().title()))
        .toList();
  }

  /** Takes up views that are there from the start, and arranges them. */
  void begin(List<View> first) {
    first.stream()
        .sorted(Comparator.comparingInt(view -> view.info().order()))
        .forEach(this::register);
    layouts.apply(perspective, views);
  }

  private ViewPanel register(View view) {
    ViewDesk desk = new ViewDesk(this, view.info().id());
    ViewPanel panel = new ViewPanel(view, desk);
    views.put(view.info().id(), panel);
    Docking.registerDockable(panel);
    panel.begin();
    return panel;
  }

  /** Takes up a view that comes later. */
  void add(View view) {
    ViewPanel present = views.get(view.info().id());
    if (present != null && present.view() == view) {
      return;
    }
    if (present != null) {
      failed("A second view " + view.info().id() + " is left out", null);
      return;
    }
    layouts.dock(register(view), views);
  }

  /** Lets go of a view whose bundle stops. */
  void remove(View view) {
    views.values().stream()
        .filter(panel -> panel.view() == view)
        .findFirst()
        .ifPresent(
            panel -> {
              views.remove(panel.info().id());
              panel.desk().end();
              if (Docking.isDocked(panel)) {
                Docking.undock(panel);
              }
              Docking.deregisterDockable(panel);
            });
  }

  /** What views would lose with the window. */
  List<Unsaved> unsaved() {
    return views().stream().flatMap(panel -> panel.desk().unsaved().stream()).toList();
  }

  /** A view's place; null where there is no such view. */
  ViewPanel view(String id) {
    return views.get(id);
  }

  /** Brings a view to the front. */
  void show(String id) {
    ViewPanel panel = views.get(id);
    if (panel == null) {
      return;
    }
    if (!Docking.isDocked(panel)) {
      layouts.dock(panel, views);
    }
    Docking.bringToFront(panel);
    panel.open();
    focus(panel);
  }

  /** Keys go to what is seen: without a component that has the focus no shortcut works. */
  void focusFront() {
    views.values().stream()
        .filter(ViewPanel::isShowing)
        .filter(panel -> panel.info().area() == Area.CENTRE)
        .findFirst()
        .ifPresent(this::focus);
  }

  private void focus(ViewPanel panel) {
    SwingUtilities.invokeLater(
        () -> {
          Component first =
              panel
                  .beginning()
                  .orElseGet(() -> frame.getFocusTraversalPolicy().getFirstComponent(panel));
          if (first != null) {
            first.requestFocusInWindow();
          }
        });
  }

  /** Changes to another perspective, whose own arrangement is as it was left. */
  void change(Perspective other) {
    layouts.keep(perspective);
    perspective = other;
    preferences.put("perspective", other.id());
    layouts.apply(other, views);
    changed.run();
    focusFront();
  }

  /** Arranges the present perspective's views as at first. */
  void reset() {
    layouts.reset(perspective, views);
    focusFront();
  }

  void say(String sentence) {
    status.say(sentence);
  }

  /** Keeps an error for the log. */
  void failed(String what, Throwable error) {
    String reason = error == null || error.getMessage() == null ? "" : ": " + error.getMessage();
    String sentence = what + reason;
    status.say(sentence);
    events.tell(
        new ErrorLogged(Instant.now(), sentence, error == null ? "" : BrokenView.trace(error)));
  }

  /** Shows an error in the place of the view that it came from. */
  void broken(String view, Throwable error) {
    ViewPanel panel = views.get(view);
    if (panel == null) {
      failed(view, error);
    } else {
      panel.fail(error);
    }
  }

  /** The same for what an event led to. */
  void broken(AWTEvent event, Throwable error) {
    ViewPanel panel =
        event.getSource() instanceof Component source
            ? (ViewPanel) SwingUtilities.getAncestorOfClass(ViewPanel.class, source)
            : null;
    if (panel == null) {
      failed(error.getClass().getSimpleName(), error);
    } else {
      failed(panel.info().title(), error);
    }
  }

  /** Keeps the arrangement and ends all that is under way. */
  @Override
  public void close() {
    layouts.keep(perspective);
    views.values().forEach(panel -> panel.desk().end());
    background.close();
  }
}
