package org.pieceworks.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;

/**
 * Density clusters of history embeddings, as many as there are; the most active user of each
 * shares, of equally active ones the one nearest the cluster's mean. Of more clusters than sharers
 * the largest count; where there are fewer, the most active of all others share, too.
 */
@Component(service = SharerSelection.class)
public final class HdbscanSelection implements SharerSelection<HdbscanOptions> {

  private static final int NOISE = 0;

  @Override
  public String name() {
    return "hdbscan";
  }

  @Override
  public String summary() {
    return "Density clusters of history embeddings; the most active user of each shares.";
  }

  @Override
  public String source() {
    return "Campello, Moulavi and Sander, Density-based clustering based on hierarchical density"
        + " estimates, 2013";
  }

  @Override
  public Class<HdbscanOptions> optionsType() {
    return HdbscanOptions.class;
  }

  @Override
  public List<Integer> select(SelectionContext context, HdbscanOptions options) {
    int candidates = context.candidates().size();
    if (context.count() >= candidates) {
      return IntStream.range(0, candidates).boxed().toList();
    }
    List<DenseVector> vectors = Histories.embeddings(context);
    SortedSet<Integer> sharers = new TreeSet<>();
    clusters(context, options).stream()
        .sorted(Comparator.comparingInt(members -> -members.size()))
        .limit(context.count())
        .map(members -> first(members, vectors, context))
        .forEach(sharers::add);
    IntStream.range(0, candidates)
        .boxed()
        .filter(i -> !sharers.contains(i))
        .sorted(Comparator.comparingInt(i -> -Histories.activity(context, i)))
        .limit(context.count() - sharers.size())
        .toList()
        .forEach(sharers::add);
    return List.copyOf(sharers);
  }

  private static int first(
      List<Integer> members, List<DenseVector> vectors, SelectionContext context) {
    DenseVector mean = Histories.mean(members.stream().map(vectors::get).toList());
    return members.stream()
        .min(
            Comparator.comparingInt((Integer i) -> -Histories.activity(context, i))
                .thenComparingDouble(i -> vectors.get(i).euclideanDistance(mean)))
        .orElseThrow();
  }

  /** The clusters' members, those of the first candidates first. */
  private static List<List<Integer>> clusters(SelectionContext context, HdbscanOptions options) {
    float[][] embeddings = context.embeddings().get();
    HdbscanTrainer trainer =
        new HdbscanTrainer(
            options.minClusterSize(),
            new L2Distance(),
            Math.min(options.neighbours(), embeddings.length),
            1,
            NeighboursQueryFactoryType.BRUTE_FORCE);
    List<Integer> labels = trainer.train(Examples.dataset(embeddings)).getClusterLabels();
    SortedMap<Integer, List<Integer>> clusters = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i) != NOISE) {
        clusters.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
      }
    }
    return clusters.values().stream().sorted(Comparator.comparingInt(own -> own.get(0))).toList();
  }
}
