package org.pieceworks.storage;

import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on and counts them. */
final class CountedStream extends OutputStream {

  private final OutputStream out;
  private long count;

  CountedStream(OutputStream out) {
    this.out = out;
  }

  long count() {
    return count;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    count++;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    count += length;
  }
}
