package org.pieceworks.selection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.math.distance.L2Distance;

/**
 * K-means over history embeddings; the most active user of each cluster shares (Per-Pcs, arXiv
 * 2406.10471, section 3.1). Clusters whose most active user has too short a history give nobody, so
 * there may be fewer sharers than asked for.
 */
@Component(service = SharerSelection.class)
public final class ClusterSelection implements SharerSelection<ClusterOptions> {

  @Override
  public String name() {
    return "cluster";
  }

  @Override
  public String summary() {
    return "K-means over history embeddings; the most active user of each cluster shares.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471";
  }

  @Override
  public Class<ClusterOptions> optionsType() {
    return ClusterOptions.class;
  }

  @Override
  public List<Integer> select(SelectionContext context, ClusterOptions options) {
    Map<Integer, Integer> best = new HashMap<>();
    int[] clusters = clusters(context, options);
    for (int i = 0; i < clusters.length; i++) {
      int candidate = i;
      best.merge(
          clusters[i],
          candidate,
          (held, fresh) ->
              Histories.activity(context, fresh) > Histories.activity(context, held)
                  ? fresh
                  : held);
    }
    List<Integer> sharers =
        best.values().stream()
            .filter(i -> Histories.activity(context, i) > options.minHistory())
            .sorted()
            .toList();
    if (sharers.isEmpty()) {
      throw BadInputException.of(
          "sharers: selection cluster",
          "no candidate with more than " + options.minHistory() + " history items",
          "at least one; lower min-history or choose another selection");
    }
    return sharers;
  }

  private static int[] clusters(SelectionContext context, ClusterOptions options) {
    float[][] embeddings = context.embeddings().get();
    int count = Math.min(context.count(), embeddings.length);
    if (count == embeddings.length) {
      // As many clusters as candidates: k-means would only find them one by one.
      int[] alone = new int[count];
      Arrays.setAll(alone, i -> i);
      return alone;
    }
    KMeansTrainer trainer =
        new KMeansTrainer(
            count,
            options.iterations(),
            new L2Distance(),
            KMeansTrainer.Initialisation.PLUSPLUS,
            1,
            context.seed());
    KMeansModel model = trainer.train(Examples.dataset(embeddings));
    return Arrays.stream(embeddings)
        .mapToInt(vector -> model.predict(Examples.of(vector)).getOutput().getID())
        .toArray();
  }
}
