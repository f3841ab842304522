package org.pieceworks.shell;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.pieceworks.shell.command.AdapterCommand;
import org.pieceworks.shell.command.BenchCommand;
import org.pieceworks.shell.command.DataCommand;
import org.pieceworks.shell.command.DevicesCommand;
import org.pieceworks.shell.command.DoctorCommand;
import org.pieceworks.shell.command.FeatureCommand;
import org.pieceworks.shell.command.ModelCommand;
import org.pieceworks.shell.command.ParityCommand;
import org.pieceworks.shell.command.PluginsCommand;
import org.pieceworks.shell.command.PoolCommand;
import org.pieceworks.shell.command.ReportCommand;
import org.pieceworks.shell.command.RunCommand;
import org.pieceworks.shell.command.RunsCommand;
import org.pieceworks.shell.command.UiCommand;
import org.pieceworks.shell.command.VersionCommand;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** All commands, and what happens around them. */
final class CommandTree {

  /** What needs no command at all, as picocli names it. */
  private static final Set<String> VERSION = Set.of("--version", "-V");

  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
  private final Context context;
  private final String version;

  private CommandTree(Context context, String version) {
    this.context = context;
    this.version = version;
    commands.put("ui", () -> new UiCommand(context));
    commands.put("run", () -> new RunCommand(context));
    commands.put("report", () -> new ReportCommand(context));
    commands.put("runs", () -> new RunsCommand(context));
    commands.put("plugins", () -> new PluginsCommand(context));
    commands.put("feature", () -> new FeatureCommand(context));
    commands.put("pool", () -> new PoolCommand(context));
    commands.put("data", () -> new DataCommand(context));
    commands.put("model", () -> new ModelCommand(context));
    commands.put("adapter", () -> new AdapterCommand(context));
    commands.put("parity", () -> new ParityCommand(context));
    commands.put("bench", () -> new BenchCommand(context));
    commands.put("devices", () -> new DevicesCommand(context));
    commands.put("doctor", () -> new DoctorCommand(context));
    commands.put("version", () -> new VersionCommand(context, version));
  }

  /** Runs one command and returns its exit code. */
  static int execute(Context context, String version, String[] arguments) {
    return new CommandTree(context, version).tree(arguments).execute(arguments);
  }

  private CommandLine tree(String[] arguments) {
    RootCommand root = new RootCommand();
    CommandLine tree = new CommandLine(root);
    wanted(arguments).forEach(name -> tree.addSubcommand(commands.get(name).get()));
    setVersion(tree, VersionCommand.lines(version).toArray(String[]::new));
    return tree.setOut(new PrintWriter(context.console().out(), true))
        .setErr(new PrintWriter(context.console().err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(context.console().colour() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new ParseErrors(context))
        .setExecutionExceptionHandler((error, command, result) -> fail(context, error))
        .setExecutionStrategy(
            parsed -> {
              context.settle(root.debug, root.quiet);
              return new CommandLine.RunLast().execute(parsed);
            });
  }

  /** The command that is called alone: to load all of them takes a noticeable part of a second. */
  private Set<String> wanted(String[] arguments) {
    if (arguments.length == 1 && VERSION.contains(arguments[0])) {
      return Set.of();
    }
    return Arrays.stream(arguments)
        .filter(argument -> !argument.startsWith("-"))
        .findFirst()
        .filter(commands::containsKey)
        .map(Set::of)
        .orElse(commands.keySet());
  }

  private static void setVersion(CommandLine command, String[] versions) {
    command.getCommandSpec().version(versions);
    command.getSubcommands().values().forEach(sub -> setVersion(sub, versions));
  }

  /** Says what went wrong and returns the exit code for it. */
  static int fail(Context context, Throwable error) {
    Errors meaning = Errors.of(error);
    context.complain(meaning.message());
    if (context.debug()) {
      error.printStackTrace(context.console().err());
    }
    return meaning.code();
  }
}
