package org.pieceworks.selection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.tribuo.math.la.DenseVector;

/**
 * Farthest first: beginning with the user nearest the mean, whoever is farthest from all sharers so
 * far joins them. The farthest that anybody is from a sharer is then at most twice the least that
 * is possible; fewer sharers are a part of more.
 */
@Component(service = SharerSelection.class)
public final class KCenterSelection implements SharerSelection<NoOptions> {

  @Override
  public String name() {
    return "k-center";
  }

  @Override
  public String summary() {
    return "Farthest first over history embeddings: whoever is worst represented shares next.";
  }

  @Override
  public String source() {
    return "Gonzalez, Clustering to minimize the maximum intercluster distance, 1985";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public List<Integer> select(SelectionContext context, NoOptions options) {
    List<DenseVector> vectors = Histories.embeddings(context);
    int count = Math.min(context.count(), vectors.size());
    int[] chosen = new int[count];
    chosen[0] = nearest(vectors, Histories.mean(vectors));
    double[] distances = new double[vectors.size()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int c = 1; c < count; c++) {
      approach(distances, vectors, chosen[c - 1]);
      chosen[c] = farthest(distances);
    }
    return IntStream.of(chosen).sorted().boxed().toList();
  }

  private static int nearest(List<DenseVector> vectors, DenseVector point) {
    int nearest = 0;
    for (int i = 1; i < vectors.size(); i++) {
      if (vectors.get(i).euclideanDistance(point) < vectors.get(nearest).euclideanDistance(point)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** Lowers the distances to the nearest sharer by those to a new one. */
  private static void approach(double[] distances, List<DenseVector> vectors, int sharer) {
    for (int i = 0; i < distances.length; i++) {
      distances[i] = Math.min(distances[i], vectors.get(i).euclideanDistance(vectors.get(sharer)));
    }
    // Below the distance of whoever is the same as a sharer, so that nobody is chosen twice.
    distances[sharer] = -1;
  }

  private static int farthest(double[] distances) {
    int farthest = 0;
    for (int i = 1; i < distances.length; i++) {
      if (distances[i] > distances[farthest]) {
        farthest = i;
      }
    }
    return farthest;
  }
}
