package org.pieceworks.bench;

/** There is no Python with PyTorch; the message says what was tried. */
final class PeerMissing extends Exception {

  private static final long serialVersionUID = 1;

  PeerMissing(String message) {
    super(message);
  }
}
