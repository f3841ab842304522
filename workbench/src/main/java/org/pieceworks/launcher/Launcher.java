package org.pieceworks.launcher;

import java.io.IOException;
import java.util.Arrays;
import org.osgi.framework.BundleException;

/** Starts the workbench, runs one command in it and exits with the command's code. */
public final class Launcher {

  private static final int FAILED = 1;

  private Launcher() {}

  /** Runs the command that the arguments make up. */
  public static void main(String[] arguments) throws Throwable {
    boolean debug = Arrays.asList(arguments).contains("--debug");
    Interruption interruption = Interruption.of(Thread.currentThread());
    int code;
    try {
      code = interruption.settle(run(arguments, debug));
    } catch (LaunchException | IOException | BundleException e) {
      code = interruption.settle(fail(e, debug));
    } catch (InterruptedException e) {
      code = Interruption.CODE;
    }
    System.exit(code);
  }

  private static int run(String[] arguments, boolean debug) throws Throwable {
    Preload.begin(arguments);
    Installation installation = Installation.current();
    Home home = Home.of(System.getenv());
    SystemSettings.of(installation, home, debug, SystemSettings::present)
        .forEach(System::setProperty);
    try (Workbench workbench = Workbench.start(installation, home, Launcher::complain)) {
      int code = Command.find(workbench.context()).run(arguments);
      // A command that was interrupted is over: what follows is to run to its end.
      Thread.interrupted();
      return code;
    }
  }

  private static int fail(Exception e, boolean debug) {
    if (debug) {
      e.printStackTrace();
    } else {
      complain(e.getMessage() == null ? e.toString() : e.getMessage());
    }
    return FAILED;
  }

  private static void complain(String message) {
    System.err.println("pieceworks: " + message);
  }
}
