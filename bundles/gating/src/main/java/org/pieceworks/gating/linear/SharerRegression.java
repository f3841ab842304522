package org.pieceworks.gating.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tells sharers apart by their activations, with Tribuo's multinomial logistic regression. */
final class SharerRegression {

  private static final double ADA_GRAD_EPSILON = 1e-6;

  private SharerRegression() {}

  /**
   * Weights and bias of every sharer, {@code [sharers * (in + 1)]}; all zero for a single sharer,
   * from whom there is nobody to be told.
   */
  static float[] fit(
      ActivationSample sample, int sharers, int in, LinearOptions options, long seed) {
    float[] flat = new float[sharers * (in + 1)];
    if (sharers < 2) {
      return flat;
    }
    String[] names =
        IntStream.range(0, in).mapToObj(i -> "%06d".formatted(i)).toArray(String[]::new);
    int size = sample.activations().size();
    double mean = (double) size / sharers;
    List<Example<Label>> examples =
        sample.activations().stream().map(one -> example(one, names, mean)).toList();
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(
            new ListDataSource<>(
                examples, factory, new SimpleDataSourceProvenance("sharers", factory)));
    StochasticGradientOptimiser optimiser =
        new Ridge(new AdaGrad(options.rate(), ADA_GRAD_EPSILON), options.regularisation());
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(new LogMulticlass(), optimiser, options.epochs(), -1, 1, seed);
    return weights(trainer.train(dataset), names, sharers, flat);
  }

  /** All sharers weigh the same, and an activation one on average. */
  private static Example<Label> example(
      ActivationSample.Activation one, String[] names, double mean) {
    double[] values = new double[names.length];
    Arrays.setAll(values, i -> one.values()[i]);
    ArrayExample<Label> example = new ArrayExample<>(label(one.sharer()), names, values);
    example.setWeight((float) (one.weight() * mean));
    return example;
  }

  private static float[] weights(LinearSGDModel model, String[] names, int sharers, float[] flat) {
    DenseMatrix weights = model.getWeightsCopy(); // [sharers, in + 1], the bias last
    int width = names.length + 1;
    for (int sharer = 0; sharer < sharers; sharer++) {
      int row = model.getOutputIDInfo().getID(label(sharer));
      for (int i = 0; i < names.length; i++) {
        int column = model.getFeatureIDMap().getID(names[i]);
        flat[sharer * width + i] = (float) weights.get(row, column);
      }
      flat[(sharer + 1) * width - 1] = (float) weights.get(row, names.length);
    }
    return flat;
  }

  private static Label label(int sharer) {
    return new Label(Integer.toString(sharer));
  }
}
