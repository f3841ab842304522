package org.pieceworks.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.pieceworks.api.Progress;

/** The times of two who take turns, so that what slows the machine down slows both. */
final class SideBySide {

  /** The figures of a comparison. */
  static final String PEER_MEDIAN = "peer ms";

  static final String PEER_LEAST = "peer's least ms";
  static final String MEDIANS = "times as fast";
  static final String MINIMA = "by the least";

  private static final int WARM_UP = 5;

  /** Seconds of each that do not count either: Java compiles what runs often while it runs. */
  private static final double WARM_UP_IN_S = 5;

  private final List<Double> ours = new ArrayList<>();
  private final List<Double> peers = new ArrayList<>();

  /** How many turns give a spread, those that do not count among them. */
  static int turns() {
    return WARM_UP + Repeated.REPETITIONS;
  }

  /**
   * Takes all turns: seconds of ours, then of the peer's.
   *
   * @param check throws if a turn of both did not compute the same
   */
  static SideBySide of(
      DoubleSupplier ours, DoubleSupplier peers, Runnable check, Progress progress) {
    SideBySide both = new SideBySide();
    for (DoubleSupplier side : List.of(ours, peers)) {
      for (double warm = 0; warm < WARM_UP_IN_S; warm += side.getAsDouble()) {
        progress.checkCancelled();
      }
    }
    for (int turn = 0; turn < turns(); turn++) {
      progress.checkCancelled();
      both.add(ours.getAsDouble(), peers.getAsDouble());
      check.run();
    }
    return both;
  }

  /** Seconds of one turn each. */
  void add(double our, double peer) {
    ours.add(our);
    peers.add(peer);
  }

  /** Ours. */
  Spread ours() {
    return spread(ours);
  }

  /** The peer's. */
  Spread peers() {
    return spread(peers);
  }

  private static Spread spread(List<Double> seconds) {
    return Spread.of(seconds.stream().skip(WARM_UP).mapToDouble(Double::doubleValue).toArray());
  }

  /** A line of a report: ours, the peer's, and how many times as fast ours is. */
  Measurement line(String what) {
    Spread our = ours();
    Spread peer = peers();
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put(PEER_MEDIAN, 1e3 * peer.median());
    figures.put(PEER_LEAST, 1e3 * peer.least());
    figures.put(MEDIANS, peer.median() / our.median());
    figures.put(MINIMA, peer.least() / our.least());
    return new Measurement(what, our, figures);
  }
}
