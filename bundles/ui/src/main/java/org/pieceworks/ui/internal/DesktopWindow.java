package org.pieceworks.ui.internal;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.CommandLine;
import org.pieceworks.api.Desktop;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.ui.View;
import org.pieceworks.ui.event.FileSelected;
import org.pieceworks.ui.event.PluginsChanged;
import org.pieceworks.ui.internal.log.ErrorLog;
import org.pieceworks.ui.internal.log.LogTap;
import org.pieceworks.ui.internal.state.Preferences;
import org.pieceworks.ui.internal.task.EventThreadWatch;
import org.pieceworks.ui.internal.window.MainWindow;
import org.pieceworks.ui.run.RunQueue;

/** Opens the window with all views that there are, and keeps up with those that come and go. */
@Component
public final class DesktopWindow implements Desktop {

  private final BundleContext framework;
  private final RunQueue queue;
  private final ErrorLog errors;
  private final List<View> views = new ArrayList<>();
  private final AtomicBoolean changing = new AtomicBoolean();
  private volatile MainWindow window;

  /** Takes what is asked before the window closes. */
  @Activate
  public DesktopWindow(
      BundleContext framework, @Reference RunQueue queue, @Reference ErrorLog errors) {
    this.framework = framework;
    this.queue = queue;
    this.errors = errors;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void add(View view) {
    MainWindow open;
    synchronized (views) {
      views.add(view);
      open = window;
    }
    if (open != null) {
      SwingUtilities.invokeLater(() -> open.add(view));
    }
  }

  void remove(View view) {
    MainWindow open;
    synchronized (views) {
      views.remove(view);
      open = window;
    }
    if (open != null) {
      SwingUtilities.invokeLater(() -> open.remove(view));
    }
  }

  @Override
  public int show(List<Path> files) {
    if (GraphicsEnvironment.isHeadless()) {
      throw BadInputException.of("DISPLAY", "no display", "one to show the window on");
    }
    Preferences preferences = new Preferences(Home.ofEnvironment().directory().resolve("ui"));
    BundleListener bundles = event -> pluginsChanged();
    ServiceListener services = event -> pluginsChanged();
    try (LogTap tap = LogTap.open(errors);
        EventThreadWatch watch = EventThreadWatch.begin(this::broken)) {
      onEventThread(() -> open(preferences, files));
      framework.addBundleListener(bundles);
      framework.addServiceListener(services);
      window.awaitClosed();
      return CommandLine.DONE;
    } catch (InterruptedException e) {
      queue.stopAll();
      SwingUtilities.invokeLater(window::dispose);
      throw new CancelledException();
    } catch (HeadlessException e) {
      throw BadInputException.of("DISPLAY", "no display", "one to show the window on");
    } finally {
      framework.removeBundleListener(bundles);
      framework.removeServiceListener(services);
      synchronized (views) {
        window = null;
      }
    }
  }

  private void open(Preferences preferences, List<Path> files) {
    MainWindow.beginLook(preferences);
    MainWindow fresh = new MainWindow(preferences, queue, errors);
    List<View> present;
    synchronized (views) {
      present = List.copyOf(views);
      window = fresh;
    }
    fresh.show(present);
    files.forEach(file -> fresh.tell(new FileSelected(file.toAbsolutePath())));
  }

  private void broken(java.awt.AWTEvent event, Throwable error) {
    MainWindow open = window;
    if (open != null) {
      open.broken(event, error);
    }
  }

  /** Bundles come and go with many services: what is told in a row is told once. */
  private void pluginsChanged() {
    if (changing.getAndSet(true)) {
      return;
    }
    SwingUtilities.invokeLater(
        () -> {
          changing.set(false);
          MainWindow open = window;
          if (open != null) {
            open.tell(new PluginsChanged());
          }
        });
  }

  private static void onEventThread(Runnable run) throws InterruptedException {
    try {
      SwingUtilities.invokeAndWait(run);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("the window cannot be opened", e.getCause());
    }
  }
}
