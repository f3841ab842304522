package org.pieceworks.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProcessTest {

  @TempDir private Path folder;

  @Test
  void aPythonThatIsNotThereIsMissing() {
    PeerMissing missing =
        assertThrows(PeerMissing.class, () -> PeerProcess.start("/nonexistent/python", folder, 1));
    assertEquals("/nonexistent/python cannot be started", missing.getMessage());
  }

  @Test
  void aPythonThatSaysNothingIsMissingWithItsLastWords() throws Exception {
    Path python = program("echo 'no such syntax' >&2; exit 1");
    PeerMissing missing =
        assertThrows(PeerMissing.class, () -> PeerProcess.start(python.toString(), folder, 1));
    assertTrue(missing.getMessage().endsWith("ended: no such syntax"), missing::getMessage);
  }

  @Test
  void aPythonWithoutPyTorchIsMissing() throws Exception {
    Path python = program("echo '{\"missing\": \"No module named torch\"}'");
    PeerMissing missing =
        assertThrows(PeerMissing.class, () -> PeerProcess.start(python.toString(), folder, 1));
    assertTrue(missing.getMessage().endsWith("No module named torch"), missing::getMessage);
  }

  @Test
  void staysAliveAndAnswersInTurn() throws Exception {
    Path python =
        program(
            """
            read -r hello; echo '{"ok": {"torch": "2.0"}}'
            read -r first; echo '{"ok": {"seconds": 1}}'
            read -r second; echo '{"error": "cannot"}'
            """);
    try (PeerProcess peer = PeerProcess.start(python.toString(), folder, 1)) {
      assertEquals("2.0", peer.version());
      assertEquals(1, peer.ask("product", Map.of("size", 4)).path(Contest.SECONDS).asInt());
      assertEquals(
          "cannot", assertThrows(PeerException.class, () -> peer.ask("more")).getMessage());
      assertThrows(PeerException.class, () -> peer.ask("after the end"));
    }
  }

  private Path program(String script) throws Exception {
    Path file = folder.resolve("python");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
