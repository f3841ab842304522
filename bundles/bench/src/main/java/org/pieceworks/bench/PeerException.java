package org.pieceworks.bench;

/** The peer failed at what it was asked to do; the message is its own. */
final class PeerException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PeerException(String message) {
    super(message);
  }
}
