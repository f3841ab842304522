package org.pieceworks.selection;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** History embeddings as Tribuo reads them. */
final class Examples {

  private Examples() {}

  /** All of them, in their order. */
  static MutableDataset<ClusterID> dataset(float[][] embeddings) {
    ClusteringFactory factory = new ClusteringFactory();
    List<Example<ClusterID>> examples = new ArrayList<>();
    for (float[] vector : embeddings) {
      examples.add(of(vector));
    }
    return new MutableDataset<>(
        new ListDataSource<>(
            examples, factory, new SimpleDataSourceProvenance("history embeddings", factory)));
  }

  /** One of them. */
  static Example<ClusterID> of(float[] vector) {
    String[] names = new String[vector.length];
    double[] values = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      names[i] = "d" + i;
      values[i] = vector[i];
    }
    return new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, values);
  }
}
