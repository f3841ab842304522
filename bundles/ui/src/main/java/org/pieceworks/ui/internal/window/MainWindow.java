package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import io.github.andrewauclair.moderndocking.DockableTabPreference;
import io.github.andrewauclair.moderndocking.app.Docking;
import io.github.andrewauclair.moderndocking.app.RootDockingPanel;
import io.github.andrewauclair.moderndocking.ext.ui.DockingUI;
import io.github.andrewauclair.moderndocking.settings.Settings;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.event.ErrorLogged;
import org.pieceworks.ui.internal.log.ErrorLog;
import org.pieceworks.ui.internal.state.Preferences;
import org.pieceworks.ui.run.RunQueue;

/** The window. All is to be called on the event thread but {@link #awaitClosed}. */
public final class MainWindow {

  private static final Dimension SIZE = new Dimension(1600, 1000);
  private static final Dimension LEAST = new Dimension(640, 480);

  private final Preferences preferences;
  private final RunQueue queue;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final JFrame frame = new JFrame();
  private final Themes themes;
  private final Workspace workspace;
  private final ErrorLog errors;
  private Runnable dropsEnd = () -> {};
  private UnseenErrors unseen;
  private boolean menusAreOld;

  /**
   * Makes the window, not shown yet.
   *
   * @param queue asked before it closes
   * @param errors keeps what goes wrong in it
   */
  public MainWindow(Preferences preferences, RunQueue queue, ErrorLog errors) {
    this.preferences = preferences;
    this.queue = queue;
    this.errors = errors;
    themes = new Themes(preferences);
    workspace = new Workspace(frame, preferences, this::renewMenus);
  }

  /** To be called before any component is made. */
  public static void beginLook(Preferences preferences) {
    new Themes(preferences).begin();
  }

  /** What shows it with these views, in steps: each is an event that does not take long. */
  public List<Runnable> opening(List<View> views) {
    return List.of(
        this::frame,
        this::dock,
        () -> workspace.begin(views),
        () -> frame.setJMenuBar(new Menus(workspace).bar()),
        () -> frame.setVisible(true),
        workspace.background()::begin);
  }

  private void frame() {
    frame.setTitle(Texts.of(MainWindow.class).get("window.title"));
    frame.setName("workbench");
    frame.setIconImages(
        FlatSVGUtils.createWindowIconImages(MainWindow.class.getResource("icon.svg")));
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close();
          }

          @Override
          public void windowOpened(WindowEvent event) {
            workspace.focusFront();
          }
        });
    frame.setMinimumSize(LEAST);
    place();
  }

  private void dock() {
    Docking.initialize(frame);
    DockingUI.initialize();
    Settings.setDefaultTabPreference(DockableTabPreference.TOP_ALWAYS);
    Settings.setActiveHighlighterEnabled(false);
    JPanel content = new JPanel(new BorderLayout());
    content.add(new RootDockingPanel(frame), BorderLayout.CENTER);
    content.add(workspace.status(), BorderLayout.SOUTH);
    frame.setContentPane(content);
    takeDrops();
    workspace.events().on(this, ErrorLogged.class, errors::add);
    unseen = new UnseenErrors(errors, () -> workspace.view("error-log"));
    new WindowActs(workspace, themes, this::close).offer();
  }

  private void takeDrops() {
    FileDrop drop = new FileDrop(new DropActs(new ViewDesk(workspace, "window"))::take);
    frame.getRootPane().setTransferHandler(drop);
    dropsEnd = DropThrough.begin(frame, drop);
  }

  private void place() {
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    Rectangle kept =
        new Rectangle(
            preferences.number("x", screen.x),
            preferences.number("y", screen.y),
            preferences.number("width", SIZE.width),
            preferences.number("height", SIZE.height));
    // A screen may have gone since the last time.
    Rectangle seen = kept.intersection(screen);
    boolean fits = seen.width >= LEAST.width && seen.height >= LEAST.height;
    frame.setBounds(fits ? seen : screen.intersection(new Rectangle(screen.getLocation(), SIZE)));
    if (Boolean.parseBoolean(preferences.get("maximized", "false"))) {
      frame.setExtendedState(JFrame.MAXIMIZED_BOTH);
    }
  }

  /** Many changes in a row renew the menus once. */
  private void renewMenus() {
    if (!menusAreOld && frame.isVisible()) {
      menusAreOld = true;
      SwingUtilities.invokeLater(
          () -> {
            menusAreOld = false;
            frame.setJMenuBar(new Menus(workspace).bar());
            frame.revalidate();
          });
    }
  }

  /** Takes up a view whose bundle started. */
  public void add(View view) {
    workspace.add(view);
    renewMenus();
  }

  /** Lets go of a view whose bundle stops. */
  public void remove(View view) {
    workspace.remove(view);
    renewMenus();
  }

  /** Tells all views. */
  public void tell(Object event) {
    workspace.events().tell(event);
  }

  /** Shows that an event led to an error. */
  public void broken(java.awt.AWTEvent event, Throwable error) {
    workspace.broken(event, error);
  }

  /** Closes; asks first where something would be lost or is under way. */
  public void close() {
    new Closing(workspace, queue, this::dispose).begin();
  }

  /** Closes at once: nobody is asked. */
  public void dispose() {
    if (closed.getCount() == 0) {
      return;
    }
    boolean maximized = frame.getExtendedState() == JFrame.MAXIMIZED_BOTH;
    preferences.put("maximized", String.valueOf(maximized));
    if (!maximized) {
      preferences.put("x", String.valueOf(frame.getX()));
      preferences.put("y", String.valueOf(frame.getY()));
      preferences.put("width", String.valueOf(frame.getWidth()));
      preferences.put("height", String.valueOf(frame.getHeight()));
    }
    dropsEnd.run();
    unseen.end();
    workspace.close();
    // Taken apart in sight, each tab that goes would show the next one.
    frame.setVisible(false);
    Docking.uninitialize();
    frame.dispose();
    closed.countDown();
  }

  /** Returns when it is closed. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }
}
