package org.pieceworks.ui.internal.view.console;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What commands have written and nobody has shown yet; bounded, for any number of threads. */
final class Spool {

  /** More than anybody reads; what is older is dropped. */
  static final int MOST = 400_000;

  private final Deque<Piece> pieces = new ArrayDeque<>();
  private int characters;

  /** Adds a text. */
  synchronized void add(Kind kind, String text) {
    if (text.isEmpty()) {
      return;
    }
    pieces.add(new Piece(kind, text));
    characters += text.length();
    while (characters > MOST && pieces.size() > 1) {
      characters -= pieces.remove().text().length();
    }
  }

  /** Takes the oldest texts of one kind, joined, as long as they are short enough together. */
  synchronized Optional<Piece> take(int most) {
    Piece first = pieces.poll();
    if (first == null) {
      return Optional.empty();
    }
    if (first.text().length() > most) {
      pieces.addFirst(new Piece(first.kind(), first.text().substring(most)));
      characters -= most;
      return Optional.of(new Piece(first.kind(), first.text().substring(0, most)));
    }
    StringBuilder text = new StringBuilder(first.text());
    while (!pieces.isEmpty()
        && pieces.peek().kind() == first.kind()
        && text.length() + pieces.peek().text().length() <= most) {
      text.append(pieces.remove().text());
    }
    characters -= text.length();
    return Optional.of(new Piece(first.kind(), text.toString()));
  }

  /** Forgets all. */
  synchronized void clear() {
    pieces.clear();
    characters = 0;
  }

  /** A stream of UTF-8 into it. */
  OutputStream stream(Kind kind) {
    return new Decoding(kind);
  }

  /** What a text is. */
  enum Kind {
    INPUT,
    OUTPUT,
    ERROR
  }

  /** A text. */
  record Piece(Kind kind, String text) {}

  private final class Decoding extends OutputStream {

    private static final int LONGEST = 4;

    private final Kind kind;
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer left = ByteBuffer.allocate(0);

    Decoding(Kind kind) {
      this.kind = kind;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      ByteBuffer all = ByteBuffer.allocate(left.remaining() + count);
      all.put(left).put(bytes, from, count).flip();
      CharBuffer text = CharBuffer.allocate(all.remaining() + LONGEST);
      decoder.decode(all, text, false);
      left = all.slice(); // the first bytes of a character whose others are still to come
      add(kind, text.flip().toString());
    }
  }
}
