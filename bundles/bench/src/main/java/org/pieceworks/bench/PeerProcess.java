package org.pieceworks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.pieceworks.api.CancelledException;

/**
 * A Python process that does one thing at a time, as it is told, and says how long it took. It has
 * the environment of this program: both sides wait for their threads and ask for memory alike.
 */
final class PeerProcess implements AutoCloseable {

  private static final String END = "";
  private static final long PATIENCE_IN_S = 10;

  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Path errors;
  private final String version;

  private PeerProcess(String python, Path directory, int threads) throws IOException, PeerMissing {
    errors = directory.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(python, "-u", directory.resolve(PeerFiles.MAIN).toString())
            .redirectError(errors.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    process = start(builder, python);
    requests = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "peer");
    reader.setDaemon(true);
    reader.start();
    try {
      version = ask("hello", Map.of("threads", threads)).path("torch").asText();
    } catch (PeerException e) {
      close();
      throw new PeerMissing(python + ": " + e.getMessage());
    }
  }

  /**
   * Starts a peer.
   *
   * @param directory empty; gets its scripts
   * @param threads that its operations may use
   * @throws PeerMissing if the Python is not there or has no PyTorch
   */
  static PeerProcess start(String python, Path directory, int threads)
      throws IOException, PeerMissing {
    PeerFiles.scripts(directory);
    return new PeerProcess(python, directory, threads);
  }

  private static Process start(ProcessBuilder builder, String python) throws PeerMissing {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new PeerMissing(python + " cannot be started");
    }
  }

  /** PyTorch's. */
  String version() {
    return version;
  }

  /**
   * Has one thing done.
   *
   * @throws PeerException if the peer fails or ends
   * @throws CancelledException if the thread is interrupted meanwhile
   */
  JsonNode ask(String what, Map<String, ?> arguments) {
    try {
      requests.write(PeerAnswer.request(what, arguments));
      requests.newLine();
      requests.flush();
    } catch (IOException e) {
      // It has ended: what it said last, if anything, says why.
    }
    try {
      String line = answers.take();
      if (line.equals(END)) {
        throw new PeerException("ended" + lastWords());
      }
      return PeerAnswer.of(line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** Has one thing done that takes no arguments. */
  JsonNode ask(String what) {
    return ask(what, Map.of());
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.isBlank()) {
          answers.add(line);
        }
      }
    } catch (IOException e) {
      // The process was ended from this side.
    }
    answers.add(END);
  }

  private String lastWords() {
    try {
      List<String> said = Files.readAllLines(errors).stream().filter(s -> !s.isBlank()).toList();
      return said.isEmpty() ? "" : ": " + said.get(said.size() - 1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(PATIENCE_IN_S, TimeUnit.SECONDS); // its folder is about to go
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
