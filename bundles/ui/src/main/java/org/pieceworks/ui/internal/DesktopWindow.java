package org.pieceworks.ui.internal;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
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
import org.pieceworks.ui.internal.window.Warmup;
import org.pieceworks.ui.run.RunQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window with all views that there are, and keeps up with those that come and go. */
@Component
public final class DesktopWindow implements Desktop {

  private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);

  private final BundleContext framework;
  private final RunQueue queue;
  private final ErrorLog errors;
  private final Views views;
  private final AtomicBoolean changing = new AtomicBoolean();
  private volatile MainWindow window;

  /** Takes what is asked before the window closes. */
  @Activate
  public DesktopWindow(
      BundleContext framework, @Reference RunQueue queue, @Reference ErrorLog errors) {
    this.framework = framework;
    this.queue = queue;
    this.errors = errors;
    views = new Views(framework);
  }

  @Reference(
      service = View.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void add(ServiceReference<View> reference) {
    views.add(reference);
    MainWindow open = window;
    if (open != null) {
      views.make(reference).ifPresent(view -> SwingUtilities.invokeLater(() -> open.add(view)));
    }
  }

  void remove(ServiceReference<View> reference) {
    MainWindow open = window;
    views
        .remove(reference)
        .filter(view -> open != null)
        .ifPresent(view -> SwingUtilities.invokeLater(() -> open.remove(view)));
  }

  @Override
  public int show(List<Path> files) {
    if (GraphicsEnvironment.isHeadless()) {
      throw BadInputException.of("DISPLAY", "no display", "one to show the window on");
    }
    FutureTask<List<View>> making = making();
    BundleListener bundles = event -> pluginsChanged();
    ServiceListener services = event -> pluginsChanged();
    try (Preferences preferences = new Preferences(Home.ofEnvironment().directory().resolve("ui"));
        LogTap tap = LogTap.open(errors);
        EventThreadWatch watch = EventThreadWatch.begin(this::broken)) {
      MainWindow open = open(preferences, making, files);
      framework.addBundleListener(bundles);
      framework.addServiceListener(services);
      await(open);
      return CommandLine.DONE;
    } catch (InterruptedException e) {
      throw new CancelledException();
    } catch (HeadlessException e) {
      throw BadInputException.of("DISPLAY", "no display", "one to show the window on");
    } finally {
      framework.removeBundleListener(bundles);
      framework.removeServiceListener(services);
      window = null;
    }
  }

  /** An interrupted window closes as one that its user closes, but nobody is asked. */
  private void await(MainWindow open) throws InterruptedException {
    try {
      open.awaitClosed();
    } catch (InterruptedException e) {
      queue.stopAll();
      onEventThread(open::dispose);
      throw e;
    }
  }

  /** Views are made, with the services that they need, while log and look are set up. */
  private FutureTask<List<View>> making() {
    FutureTask<List<View>> making = new FutureTask<>(views::make);
    new Thread(making, "views").start();
    return making;
  }

  private MainWindow open(Preferences preferences, FutureTask<List<View>> making, List<Path> files)
      throws InterruptedException {
    MainWindow.beginLook(preferences);
    Warmup.first();
    List<View> present = made(making);
    AtomicReference<MainWindow> fresh = new AtomicReference<>();
    onEventThread(() -> fresh.set(new MainWindow(preferences, queue, errors)));
    for (Runnable step : fresh.get().opening(present)) {
      onEventThread(step);
    }
    LOG.debug("the window is shown {} ms after the start", sinceStart().toMillis());
    window = fresh.get();
    List<View> late = views.make();
    onEventThread(
        () -> {
          late.stream().filter(view -> !present.contains(view)).forEach(window::add);
          files.forEach(file -> window.tell(new FileSelected(file.toAbsolutePath())));
        });
    Warmup.rest();
    return window;
  }

  private static Duration sinceStart() {
    Instant now = Instant.now();
    return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
  }

  private static List<View> made(FutureTask<List<View>> making) throws InterruptedException {
    try {
      return making.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the views cannot be made", e.getCause());
    }
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
