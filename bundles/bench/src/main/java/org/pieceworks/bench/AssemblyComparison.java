package org.pieceworks.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pieceworks.api.Progress;

/**
 * Assembly for a few targets from what many sharers offer: ours for all targets at once from the
 * pool, the peer's target by target from a file per sharer, as the reference code does. Histories
 * are one batch, and factors are averaged, so that both choose and make the same.
 */
final class AssemblyComparison implements Comparison {

  private static final int[] SHARERS = {20, 1000};
  private static final String READ = ", files read";
  private static final String HELD = ", pieces in memory";

  @Override
  public List<String> lines() {
    return IntStream.of(SHARERS)
        .mapToObj(AssemblyComparison::line)
        .flatMap(line -> Stream.of(line + READ, line + HELD))
        .toList();
  }

  private static String line(int sharers) {
    return "assembly, %d sharers".formatted(sharers);
  }

  @Override
  public Measurement measure(String line, Contest contest, Progress progress) {
    int sharers =
        IntStream.of(SHARERS)
            .filter(one -> line.startsWith(line(one) + ","))
            .findFirst()
            .orElseThrow();
    boolean read = line.endsWith(READ);
    try (PooledSharers pooled = PooledSharers.of(sharers, contest, progress)) {
      pooled.hand(contest);
      if (!read) {
        pooled.hold();
      }
      List<List<Integer>> ours = new ArrayList<>();
      List<List<Integer>> peers = new ArrayList<>();
      return SideBySide.of(
              () -> pooled.assemble(contest, ours, progress),
              () -> peerAssemble(contest, read, pooled.slots(), peers),
              () -> Fairness.checkSame(line, ours, peers),
              progress)
          .line(line);
    }
  }

  private static double peerAssemble(
      Contest contest, boolean read, List<String> slots, List<List<Integer>> chosen) {
    JsonNode answer = contest.peer().ask("assemble", Map.of("reload", read));
    chosen.clear();
    answer
        .path("chosen")
        .forEach(target -> slots.forEach(slot -> chosen.add(Contest.whole(target.path(slot)))));
    return answer.path(Contest.SECONDS).asDouble();
  }
}
