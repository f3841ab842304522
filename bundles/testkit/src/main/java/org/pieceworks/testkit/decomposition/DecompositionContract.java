package org.pieceworks.testkit.decomposition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.testkit.SmallModels;

/**
 * What every decomposition keeps to, with every PEFT type that it suits, on both architectures.
 *
 * @param <O> the type of its options
 */
public abstract class DecompositionContract<O extends Record> {

  private static final double TOLERANCE = 1e-6;

  /** The decomposition that is tested. */
  protected abstract ConfiguredDecomposition<O> decomposition();

  /** The PEFT types that it is tried with; all of the project's own unless overridden. */
  protected List<ConfiguredPeft<?>> pefts() {
    return PeftKinds.all();
  }

  /** A refusal says why and what would go; what it refuses is not tested further. */
  @TestFactory
  Stream<DynamicTest> refusalsNameAReasonAndAnAlternative() {
    return pefts().stream()
        .map(
            peft ->
                DynamicTest.dynamicTest(
                    peft.form().peft(),
                    () -> {
                      var why = decomposition().unsuited(peft.form());
                      assertFalse(why.map(Unsuited::reason).orElse("-").isBlank());
                      assertFalse(why.map(Unsuited::instead).orElse("-").isBlank());
                    }));
  }

  /** Keys are unique, slots come in forward order, and a gate is the first of its slot's sites. */
  @TestFactory
  Stream<DynamicTest> slotsAreInForwardOrderAndGatedAtTheirFirstSite() {
    return each(
        bench -> {
          List<SiteShape> sites = bench.plan().sites();
          List<Site> order = sites.stream().map(SiteShape::site).toList();
          Set<String> keys = new HashSet<>();
          int last = 0;
          for (Slot slot : bench.slots()) {
            assertTrue(keys.add(slot.key()), slot.key() + " twice");
            List<Integer> places = slot.sites().stream().map(order::indexOf).toList();
            assertEquals(places.stream().sorted().distinct().toList(), places, slot.key());
            assertEquals(sites.get(places.get(0)), slot.gate(), slot.key());
            assertTrue(places.get(0) >= last, slot.key() + " comes too late");
            last = places.get(0);
          }
        });
  }

  /** Every site is covered; one slot covers it unless the scheme divides, by parts from 0. */
  @TestFactory
  Stream<DynamicTest> everySiteIsCovered() {
    return each(
        bench -> {
          Map<Site, List<Integer>> parts = new LinkedHashMap<>();
          for (Slot slot : bench.slots()) {
            for (Site site : slot.sites()) {
              parts.computeIfAbsent(site, s -> new ArrayList<>()).add(slot.part());
            }
          }
          assertEquals(
              Set.copyOf(bench.plan().sites().stream().map(SiteShape::site).toList()),
              parts.keySet());
          boolean divided = parts.values().stream().anyMatch(own -> own.size() > 1);
          assertEquals(decomposition().scheme().divides(), divided);
          for (List<Integer> own : parts.values()) {
            for (int part = 0; part < own.size(); part++) {
              assertEquals(part, own.get(part));
            }
          }
        });
  }

  /** All of a member's pieces, written, read, restored and merged, are the adapter again. */
  @TestFactory
  Stream<DynamicTest> allPiecesWithWeightOneAreTheAdapterAgain() {
    return each(
        bench -> {
          for (int member = 0; member < bench.bank().members(); member++) {
            Bank whole = bench.bank().select(new int[] {member}, bench.manager());
            bench.assertSame(whole, bench.rebuilt(member), TOLERANCE, "member " + member);
          }
        });
  }

  /** A member's pieces do not depend on who is in the bank, nor on how often it is cut. */
  @TestFactory
  Stream<DynamicTest> aMembersPiecesAreTheirsAlone() {
    return each(
        bench -> {
          Map<String, Bank> together = bench.cut(bench.bank());
          int[] order = {2, 0};
          Map<String, Bank> apart = bench.cut(bench.bank().select(order, bench.manager()));
          assertEquals(together.keySet(), apart.keySet());
          for (String slot : together.keySet()) {
            for (int i = 0; i < order.length; i++) {
              assertArrayEquals(
                  bench.file(together.get(slot), order[i]), bench.file(apart.get(slot), i), slot);
            }
          }
        });
  }

  /** Cutting and restoring leaves the adapters as they are. */
  @TestFactory
  Stream<DynamicTest> cuttingLeavesTheBankAsItIs() {
    return each(
        bench -> {
          byte[] before = bench.file(bench.bank(), 1);
          bench.rebuilt(1);
          assertArrayEquals(before, bench.file(bench.bank(), 1));
        });
  }

  /**
   * Pieces hold no more than they must: undivided ones together as much as the adapter, and a
   * divided site's no more than the site's.
   */
  @TestFactory
  Stream<DynamicTest> piecesAreNoLargerThanNeeded() {
    return each(
        bench -> {
          long sum = 0;
          for (Map.Entry<String, Bank> piece : bench.cut(bench.bank()).entrySet()) {
            long own = piece.getValue().bytesPerMember();
            long sites =
                piece.getValue().tensors().keySet().stream()
                    .mapToLong(site -> at(bench, site).bytesPerMember())
                    .sum();
            assertTrue(own <= sites, piece.getKey() + ": " + own + " of " + sites);
            sum += own;
          }
          if (!decomposition().scheme().divides()) {
            assertEquals(bench.bank().bytesPerMember(), sum);
          }
        });
  }

  private static Bank at(DecompositionBench bench, Site site) {
    return new Bank(Map.of(site, bench.bank().tensors().get(site)));
  }

  /** A test of every PEFT type that suits, on every architecture. */
  private Stream<DynamicTest> each(Consumer<DecompositionBench> test) {
    return pefts().stream()
        .filter(peft -> decomposition().unsuited(peft.form()).isEmpty())
        .flatMap(peft -> Stream.of(true, false).map(decoder -> test(peft, decoder, test)));
  }

  private DynamicTest test(
      ConfiguredPeft<?> peft, boolean decoder, Consumer<DecompositionBench> test) {
    return DynamicTest.dynamicTest(
        peft.form().peft() + (decoder ? ", decoder" : ", encoder"),
        () -> {
          try (NDManager manager = SmallModels.manager()) {
            BaseModel model = decoder ? SmallModels.decoder(manager) : SmallModels.encoder(manager);
            test.accept(DecompositionBench.of(model, peft, decomposition(), manager));
          }
        });
  }
}
