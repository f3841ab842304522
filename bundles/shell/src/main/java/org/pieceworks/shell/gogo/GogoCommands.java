package org.pieceworks.shell.gogo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.CommandLine;

/**
 * The commands in the running framework's own shell. Each returns its exit code in the session's
 * variable {@code exit}.
 */
@Component(
    service = GogoCommands.class,
    property = {
      "osgi.command.scope=pieceworks",
      "osgi.command.function=run",
      "osgi.command.function=report",
      "osgi.command.function=runs",
      "osgi.command.function=plugins",
      "osgi.command.function=feature",
      "osgi.command.function=pool",
      "osgi.command.function=data",
      "osgi.command.function=model",
      "osgi.command.function=adapter",
      "osgi.command.function=parity",
      "osgi.command.function=devices",
      "osgi.command.function=doctor"
    })
public final class GogoCommands {

  private static final String EXIT = "exit";
  private static final String ARGUMENTS = "arguments as on the command line; --help shows them";

  private final CommandLine commands;

  /** Takes the command line. */
  @Activate
  public GogoCommands(@Reference CommandLine commands) {
    this.commands = commands;
  }

  /** Runs an experiment. */
  @Descriptor("runs an experiment")
  public void run(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "run", arguments);
  }

  /** Draws a report again. */
  @Descriptor("draws the report of a stored run again")
  public void report(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "report", arguments);
  }

  /** Lists stored runs. */
  @Descriptor("lists stored runs")
  public void runs(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "runs", arguments);
  }

  /** Lists plug-ins. */
  @Descriptor("lists what is plugged in")
  public void plugins(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "plugins", arguments);
  }

  /** Adds and removes optional features. */
  @Descriptor("adds and removes optional features")
  public void feature(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "feature", arguments);
  }

  /** Works on the pool. */
  @Descriptor("shows, verifies and moves the pieces that sharers share")
  public void pool(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "pool", arguments);
  }

  /** Looks into data sets. */
  @Descriptor("looks into data sets")
  public void data(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "data", arguments);
  }

  /** Looks into checkpoints. */
  @Descriptor("looks into Hugging Face checkpoints")
  public void model(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "model", arguments);
  }

  /** Exports adapters. */
  @Descriptor("exports adapters in Hugging Face PEFT form")
  public void adapter(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "adapter", arguments);
  }

  /** Recomputes golden vectors. */
  @Descriptor("recomputes golden vectors of the reference code")
  public void parity(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "parity", arguments);
  }

  /** Lists devices. */
  @Descriptor("lists what can compute")
  public void devices(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "devices", arguments);
  }

  /** Examines the installation. */
  @Descriptor("tells whether the installation is sound")
  public void doctor(CommandSession session, @Descriptor(ARGUMENTS) String... arguments) {
    execute(session, "doctor", arguments);
  }

  private void execute(CommandSession session, String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(List.of(arguments));
    InputStream in = session.getKeyboard();
    PrintStream out = session.getConsole();
    int code =
        commands.run(
            all.toArray(String[]::new),
            in == null ? new ByteArrayInputStream(new byte[0]) : in,
            out == null ? System.out : out,
            System.err);
    session.put(EXIT, code);
  }
}
