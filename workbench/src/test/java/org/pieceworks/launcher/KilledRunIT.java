package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed where it hurts, and go on. */
class KilledRunIT {

  private static final long DEADLINE_IN_S = 300;
  private static final int KILLED = 128 + 9;
  private static final String UNFINISHED = ".unfinished-";
  private static final String CUT = "cut";
  private static final List<String> STAGES =
      List.of(
          "pretrain",
          "adapt",
          "embeddings",
          "selection",
          "adapters",
          "gates",
          "pool",
          "assembly",
          "scores");

  private static final String EXPERIMENT =
      """
      name: killed
      dataset: {use: personas, task: tagging, users: 24, items: 16, queries: 4, personas: 2}
      split: {base: 8, candidates: 6, targets: 4}
      model:
        embedded: {width: 16, layers: 2, heads: 2, key-value-heads: 2, feed-forward: 32,
                   vocabulary: 300, max-positions: 64, steps: 20, batch: 8}
      adaptation:
        peft: {use: lora, rank: 2, alpha: 2}
        training: {max-steps: 5, batch: 8}
      peft: {use: lora, rank: 2, alpha: 2, dropout: 0.05}
      training: {rate: 3e-3, max-steps: 5, batch: 4}
      generation: {max-new-tokens: 4}
      seeds: [3]
      sweep:
        - {sharers.count: [2, 4]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeExperiment() throws IOException {
    Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
  }

  @Test
  void aRunThatIsKilledInEveryStageResumesToTheSameResults() throws Exception {
    Path home = folder.resolve("home");
    for (String stage : STAGES) {
      Path watched = home.resolve("cache/stages").resolve(stage);
      killWhen(home, watched, name -> name.startsWith(UNFINISHED), "while it makes " + stage);
    }
    Path runs = home.resolve("runs");
    killWhen(home, runs, name -> name.startsWith("runs.mv.db"), "while it uses the run store");
    assertTrue(Files.notExists(folder.resolve(CUT)), "results appear at the end, not before");
    finish(home, CUT);
    finish(folder.resolve("other-home"), "whole");
    assertArrayEquals(results("whole"), results(CUT));
    assertEquals(List.of(), unfinished(home));
  }

  @Test
  void runsThatShareAHomeAtTheSameTimeGiveTheSameResults() throws Exception {
    Path home = folder.resolve("home");
    List<Process> processes = List.of(start(home, "one"), start(home, "two"));
    end(processes.get(0), "one");
    end(processes.get(1), "two");
    assertArrayEquals(results("one"), results("two"));
  }

  private byte[] results(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("results.csv"));
  }

  private static List<Path> unfinished(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("cache"))) {
      return files.filter(f -> f.getFileName().toString().startsWith(UNFINISHED)).toList();
    }
  }

  private void finish(Path home, String out) throws Exception {
    end(start(home, out), out);
  }

  private void end(Process process, String out) throws Exception {
    boolean ended = process.waitFor(DEADLINE_IN_S, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the run did not end");
    assertEquals(0, process.exitValue(), output(out));
  }

  /** Starts the run, kills it with SIGKILL at a sign of it in a folder, and waits for its end. */
  private void killWhen(Path home, Path watched, Predicate<String> sign, String when)
      throws Exception {
    Files.createDirectories(watched);
    try (WatchService watch = watched.getFileSystem().newWatchService()) {
      watched.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      Process process = start(home, CUT);
      try {
        assertTrue(seen(watch, sign, process), "no sign of it " + when + ": " + output(CUT));
      } finally {
        process.destroyForcibly();
      }
      assertEquals(KILLED, process.waitFor(), when);
    }
  }

  /** Waits for a sign; false where the process ends without one. */
  private static boolean seen(WatchService watch, Predicate<String> sign, Process process)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_IN_S);
    while (process.isAlive() && System.nanoTime() < end) {
      WatchKey key = watch.poll(1, TimeUnit.SECONDS);
      if (key == null) {
        continue;
      }
      for (WatchEvent<?> event : key.pollEvents()) {
        if (sign.test(String.valueOf(event.context()))) {
          return true;
        }
      }
      key.reset();
    }
    return false;
  }

  private Process start(Path home, String out) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Distribution.INSTALLATION.root().resolve("bin/pieceworks").toString());
    command.addAll(List.of("run", folder.resolve("killed.yaml").toString()));
    command.addAll(List.of("--out", folder.resolve(out).toString()));
    if (out.equals(CUT)) {
      command.add("--resume");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(out + ".log").toFile());
    builder.environment().put("PIECEWORKS_HOME", home.toString());
    return builder.start();
  }

  private String output(String out) throws IOException {
    return Files.readString(folder.resolve(out + ".log"));
  }
}
