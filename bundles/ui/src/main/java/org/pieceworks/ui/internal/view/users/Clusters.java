package org.pieceworks.ui.internal.view.users;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Groups of users whose embeddings are near each other, to be told apart by colour. */
final class Clusters {

  /** As many as colours can be told apart. */
  static final int MOST = 6;

  private static final int LEAST_MEMBERS = 4;
  private static final int ITERATIONS = 50;

  private Clusters() {}

  /** Per vector its cluster, from 0, by k-means; the same vectors give the same clusters. */
  static int[] of(float[][] vectors) {
    int count = Math.min(MOST, vectors.length / LEAST_MEMBERS);
    if (count < 2) {
      return new int[vectors.length];
    }
    List<Example<ClusterID>> examples = Arrays.stream(vectors).map(Clusters::example).toList();
    ClusteringFactory factory = new ClusteringFactory();
    KMeansModel model =
        new KMeansTrainer(
                count, ITERATIONS, new L2Distance(), KMeansTrainer.Initialisation.PLUSPLUS, 1, 0)
            .train(
                new MutableDataset<>(
                    new ListDataSource<>(
                        new ArrayList<>(examples),
                        factory,
                        new SimpleDataSourceProvenance("history embeddings", factory))));
    return examples.stream()
        .mapToInt(example -> model.predict(example).getOutput().getID())
        .toArray();
  }

  private static Example<ClusterID> example(float[] vector) {
    String[] names = new String[vector.length];
    double[] values = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      names[i] = "d" + i;
      values[i] = vector[i];
    }
    return new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, values);
  }
}
