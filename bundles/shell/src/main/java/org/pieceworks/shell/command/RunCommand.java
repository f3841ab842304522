package org.pieceworks.shell.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.CommandLine;
import org.pieceworks.api.engine.DeviceInfo;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.experiment.run.ExperimentRunner;
import org.pieceworks.experiment.run.NoEffect;
import org.pieceworks.experiment.run.RunOptions;
import org.pieceworks.experiment.run.RunResult;
import org.pieceworks.experiment.run.RunResults;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.spec.Experiment;
import org.pieceworks.experiment.spec.ExperimentFiles;
import org.pieceworks.report.FreshResults;
import org.pieceworks.report.ReportWriter;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.StatusLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment. */
@Command(
    name = "run",
    description = {
      "Runs an experiment and writes report.html, results.csv, results.json, charts and provenance.",
      "What earlier runs have made is reused; a run that was stopped goes on with --resume."
    },
    footer = {
      "",
      "Examples:",
      "  pieceworks run experiments/quickstart.yaml",
      "  pieceworks run experiments/quickstart.yaml --seeds 0,1 --out mine",
      "  pieceworks run experiments/quickstart.yaml --set assembly.top-k=1"
    })
public final class RunCommand implements Callable<Integer> {

  /** A year. */
  private static final long LONGEST_TIMEOUT = 525_600;

  private final Context context;

  @Parameters(paramLabel = "FILE", description = "The experiment file, in YAML.")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where result files go; without it results/NAME-TIME in the current folder.")
  private Path out;

  @Option(
      names = "--set",
      showDefaultValue = Help.Visibility.NEVER,
      paramLabel = "PATH=VALUE",
      description = "Sets one setting, such as sharers.count=10; may be given several times.")
  private List<String> overrides = List.of();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      split = ",",
      description = "Seeds, parted by commas, instead of the file's.")
  private List<Long> seeds;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "cpu or gpu:0, instead of the file's.")
  private String device;

  @Option(
      names = "--resume",
      showDefaultValue = Help.Visibility.NEVER,
      description = "Go on with the newest unfinished run of the same experiment.")
  private boolean resume;

  @Option(
      names = "--plug-in-timeout",
      paramLabel = "MINUTES",
      description = {
        "How long a plug-in's call may neither return nor report progress before its trial is given up",
        "and the next one begins; 0: for ever."
      })
  private long plugInTimeout = RunOptions.PLUG_IN_TIMEOUT.toMinutes();

  /** Creates the command. */
  public RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    checkSeeds();
    checkTimeout();
    Experiment experiment =
        context
            .get(ExperimentFiles.class)
            .read(file, overrides, Optional.ofNullable(seeds), Optional.ofNullable(device));
    Path directory = out != null ? out : FreshResults.standard(experiment);
    ResultFolder.check(directory);
    checkDevices(experiment);
    try {
      return run(experiment, directory);
    } catch (CancelledException e) {
      String again = resume ? context.typed() : context.typed() + " --resume";
      context.complain("stopped; what is done is kept. To go on: " + again);
      return CommandLine.INTERRUPTED;
    }
  }

  private int run(Experiment experiment, Path directory) {
    StatusLine status = context.status();
    try (FreshResults fresh = new FreshResults(directory)) {
      RunOptions options =
          new RunOptions(fresh.folder(), resume, Duration.ofMinutes(plugInTimeout));
      RunView view = new RunView(status, context.debug());
      RunResult result = context.get(ExperimentRunner.class).run(experiment, options, view);
      if (result.run().done().isEmpty()) {
        status.clear();
        context.complain("no trial of run " + result.run().id() + " was finished");
      } else {
        status.glance("drawing the report");
        Path page = context.get(ReportWriter.class).write(result.run(), fresh.folder());
        Path published = fresh.publish(page);
        status.clear();
        show(result, published);
      }
      return code(result);
    } finally {
      status.clear();
    }
  }

  /** A store that lost trials, on a disk that filled, must not pass for one that has all. */
  private int code(RunResult result) {
    StoredRun run = result.run();
    int lost = run.trials().size() - run.done().size() - run.failed().size();
    if (lost > 0) {
      context.complain(lost + " trials of the run are not in its store; is the disk full?");
    }
    return lost > 0 ? CommandLine.FAILED : result.exitCode();
  }

  private void show(RunResult result, Path page) {
    context.print(RunTable.lines(context.get(RunResults.class).table(result.run())));
    NoEffect.of(result.run()).forEach(sentence -> context.complain("warning: " + sentence));
    context.print("");
    context.print("run: " + result.run().id());
    context.print("report: " + page);
  }

  private void checkSeeds() {
    if (seeds != null && seeds.stream().anyMatch(seed -> seed < 0)) {
      throw BadInputException.of("--seeds", seeds.toString(), "whole numbers of at least 0");
    }
  }

  private void checkTimeout() {
    if (plugInTimeout < 0 || plugInTimeout > LONGEST_TIMEOUT) {
      throw BadInputException.of(
          "--plug-in-timeout",
          String.valueOf(plugInTimeout),
          "minutes, from 0 to " + LONGEST_TIMEOUT);
    }
  }

  /** A device that is not there would otherwise fail in every trial. */
  private void checkDevices(Experiment experiment) {
    List<String> there =
        context.get(ExecutionEngine.class).devices().stream().map(DeviceInfo::name).toList();
    experiment.points().stream()
        .map(point -> point.trial().device())
        .filter(wanted -> !there.contains(wanted))
        .findFirst()
        .ifPresent(
            wanted -> {
              throw BadInputException.of("device", wanted, "one of " + String.join(", ", there));
            });
  }
}
