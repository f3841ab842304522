package org.pieceworks.launcher;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The workbench's commands inside the framework of the tests. */
public final class InProcess {

  private static final String COMMANDS = "org.pieceworks.api.CommandLine";

  /** What a command did. */
  public record Outcome(int code, String out, String err) {}

  private InProcess() {}

  /** Runs a command of the shell. */
  public static Outcome run(BundleContext context, String... arguments) throws Exception {
    ServiceReference<?> reference =
        Arrays.stream(context.getAllServiceReferences(COMMANDS, null))
            .filter(one -> one.getBundle().getSymbolicName().equals("org.pieceworks.shell"))
            .findFirst()
            .orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Object code =
        method(reference, COMMANDS, "run")
            .invoke(
                context.getService(reference),
                arguments,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        (int) code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A method of a class that lives in the framework; of several the one that takes streams. */
  static Method method(ServiceReference<?> reference, String type, String name)
      throws ClassNotFoundException {
    return Arrays.stream(reference.getBundle().loadClass(type).getMethods())
        .filter(one -> one.getName().equals(name))
        .filter(one -> Arrays.stream(one.getParameterTypes()).anyMatch(InProcess::writes))
        .filter(one -> one.getParameterCount() >= 3)
        .findFirst()
        .orElseThrow();
  }

  private static boolean writes(Class<?> type) {
    return OutputStream.class.isAssignableFrom(type);
  }
}
