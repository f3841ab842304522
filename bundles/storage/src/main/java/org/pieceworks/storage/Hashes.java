package org.pieceworks.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 in lower-case hex. */
public final class Hashes {

  private Hashes() {}

  /** A fresh SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of bytes. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** The hash of a file. */
  public static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return sha256(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The hash of all that a stream still gives. */
  public static String sha256(InputStream in) throws IOException {
    MessageDigest digest = digest();
    try (DigestInputStream through = new DigestInputStream(in, digest)) {
      through.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of texts, each with its length before it, so that no two lists collide by joining. */
  public static String sha256OfStrings(String... texts) {
    return sha256OfStrings(Arrays.stream(texts));
  }

  /** The same of texts that come one after another. */
  public static String sha256OfStrings(Stream<String> texts) {
    MessageDigest digest = digest();
    texts.forEachOrdered(
        text -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
          digest.update(bytes);
        });
    return HexFormat.of().formatHex(digest.digest());
  }
}
