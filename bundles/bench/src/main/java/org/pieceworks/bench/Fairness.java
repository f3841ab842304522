package org.pieceworks.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pieceworks.api.BadInputException;

/** When a comparison with the peer says something. */
final class Fairness {

  private static final double LEAST_SHARE = 0.6;
  private static final double TOLERANCE = 1e-4;

  private Fairness() {}

  /**
   * Why a peer is no match, if it is none: with a library of matrix products that uses one thread,
   * anything looks fast beside it.
   *
   * @param ours operations a second of a large product
   * @param peers of the same product
   */
  static Optional<String> refusal(double ours, double peers) {
    if (peers >= LEAST_SHARE * ours) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "large matrix products at %.0f %% of the speed of ours (%.1f of %.1f Gflop/s); expected"
                + " at least %.0f %%: its library of matrix products may use one thread only. On"
                + " Debian: apt install libopenblas0-openmp, then choose it with"
                + " update-alternatives --config libblas.so.3-x86_64-linux-gnu",
            100 * peers / ours,
            peers / 1e9,
            ours / 1e9,
            100 * LEAST_SHARE));
  }

  /**
   * Checks that both computed the same losses.
   *
   * @throws BadInputException if they are further apart than rounding explains
   */
  static void checkLosses(String what, double[] ours, double[] peers) {
    if (ours.length != peers.length) {
      throw differ(what, peers.length + " losses", ours.length + " losses");
    }
    for (int i = 0; i < ours.length; i++) {
      if (!(Math.abs(ours[i] - peers[i]) <= TOLERANCE)) {
        throw differ(what, "a loss of " + peers[i], ours[i] + ", as ours is");
      }
    }
  }

  /**
   * Checks that both gave the same rows of whole numbers.
   *
   * @throws BadInputException if a row differs
   */
  static void checkSame(String what, List<List<Integer>> ours, List<List<Integer>> peers) {
    if (ours.size() != peers.size()) {
      throw differ(what, peers.size() + " rows", ours.size() + " rows");
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!ours.get(i).equals(peers.get(i))) {
        throw differ(what + ", row " + i, peers.get(i).toString(), ours.get(i) + ", as ours are");
      }
    }
  }

  private static BadInputException differ(String what, String found, String expected) {
    return BadInputException.of("compare, peer, " + what, found, expected);
  }
}
