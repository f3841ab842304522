package org.pieceworks.selection;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.tribuo.math.la.DenseVector;

/**
 * Sharers who together are most like all candidates: greedily, the sum of every candidate's cosine
 * similarity to the most similar sharer grows by as much as it can. Somebody opposite is as good as
 * nobody, so that similarities below 0 count as 0. Fewer sharers are a part of more.
 */
@Component(service = SharerSelection.class)
public final class FacilityLocationSelection implements SharerSelection<NoOptions> {

  @Override
  public String name() {
    return "facility-location";
  }

  @Override
  public String summary() {
    return "Greedy coverage: the sharers whom all candidates' history embeddings are most like.";
  }

  @Override
  public String source() {
    return "Nemhauser, Wolsey and Fisher, An analysis of approximations for maximizing submodular"
        + " set functions, 1978";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public List<Integer> select(SelectionContext context, NoOptions options) {
    List<DenseVector> vectors = Histories.embeddings(context);
    double[] lengths = vectors.stream().mapToDouble(DenseVector::twoNorm).toArray();
    float[][] similarities = new float[lengths.length][lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      for (int j = 0; j <= i; j++) {
        // A history without a direction is like nobody's.
        double both = lengths[i] * lengths[j];
        double cosine = both == 0 ? 0 : vectors.get(i).dot(vectors.get(j)) / both;
        similarities[i][j] = (float) Math.max(0, cosine);
        similarities[j][i] = similarities[i][j];
      }
    }
    return new Coverage(similarities).choose(lengths.length, context.count());
  }
}
