package org.pieceworks.window;

import java.awt.EventQueue;
import java.awt.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JFrame;
import org.osgi.framework.BundleContext;
import org.pieceworks.launcher.InProcess;

/** The window as the command opens it, until a test closes it. */
final class OpenWindow implements AutoCloseable {

  private static final long DEADLINE_IN_S = 120;
  private static final Set<String> LOSING =
      Set.of("Stop and close", "Close without saving", "Stop and close without saving");

  private final CompletableFuture<InProcess.Outcome> outcome;

  private OpenWindow(CompletableFuture<InProcess.Outcome> outcome) {
    this.outcome = outcome;
  }

  /** Opens it with experiment files. */
  static OpenWindow of(BundleContext context, Path folder, Path... files) {
    System.setProperty("pieceworks.folder", folder.toString());
    List<String> arguments = new ArrayList<>(List.of("ui"));
    Stream.of(files).map(Path::toString).forEach(arguments::add);
    CompletableFuture<InProcess.Outcome> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return InProcess.run(context, arguments.toArray(String[]::new));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            run -> new Thread(run, "pieceworks ui").start());
    return new OpenWindow(outcome);
  }

  /** Waits until the window is shown and has the keyboard. */
  static void frame(Screen screen) {
    JFrame frame = shown(screen);
    // No window manager gives it the keyboard: its user clicks where nothing happens.
    screen.click("status");
    screen.awaitThat("the keyboard", Screen.PATIENCE, frame::isFocused);
  }

  /** A perspective as it is at first, whatever an earlier test has left. */
  static void begin(Screen screen, String perspective) {
    frame(screen);
    screen.palette("perspective " + perspective);
    screen.palette("reset the layout");
  }

  private static JFrame shown(Screen screen) {
    return screen.await(
        "the window",
        Screen.PATIENCE,
        () ->
            Stream.of(Window.getWindows())
                .filter(one -> one instanceof JFrame && "workbench".equals(one.getName()))
                .filter(Window::isShowing)
                .map(JFrame.class::cast)
                .findFirst());
  }

  /** The command's outcome, once its window is closed. */
  InProcess.Outcome outcome() throws Exception {
    return outcome.get(DEADLINE_IN_S, TimeUnit.SECONDS);
  }

  /** Closes what a failed test has left open. */
  @Override
  public void close() throws Exception {
    if (!outcome.isDone()) {
      // It may ask about what would be lost, and waits for an answer there.
      EventQueue.invokeLater(
          () -> Stream.of(Window.getWindows()).filter(Window::isShowing).forEach(OpenWindow::ask));
      Screen screen = new Screen();
      screen.awaitThat(
          "closed",
          Duration.ofSeconds(DEADLINE_IN_S),
          () -> {
            screen.press(LOSING);
            return outcome.isDone();
          });
      outcome();
    }
  }

  private static void ask(Window window) {
    window.dispatchEvent(
        new java.awt.event.WindowEvent(window, java.awt.event.WindowEvent.WINDOW_CLOSING));
  }
}
