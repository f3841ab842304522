package org.pieceworks.methods.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.pieceworks.api.data.Item;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tells labels apart by the words of a text, with Tribuo's logistic regression. */
final class WordClassifier {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final double ADA_GRAD_EPSILON = 0.1;

  /** What a label counts that no text of the base users has. */
  private static final double UNSEEN = Math.log(1e-6);

  private final Model<Label> model;
  private final List<String> labels;
  private final Set<String> known;

  private WordClassifier(Model<Label> model, List<String> labels, Set<String> known) {
    this.model = model;
    this.labels = labels;
    this.known = known;
  }

  static WordClassifier train(
      List<Item> items, List<String> labels, BagOfWordsOptions options, long seed) {
    Set<String> known = known(items, options.minTexts());
    LabelFactory factory = new LabelFactory();
    List<Example<Label>> examples = new ArrayList<>();
    for (Item item : items) {
      examples.add(example(item.input(), known, new Label(normalized(item.output()))));
    }
    MutableDataset<Label> dataset =
        new MutableDataset<>(
            new ListDataSource<>(
                examples, factory, new SimpleDataSourceProvenance("base users", factory)));
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            new LogMulticlass(),
            new AdaGrad(options.rate(), ADA_GRAD_EPSILON),
            options.epochs(),
            -1,
            1,
            seed);
    return new WordClassifier(trainer.train(dataset), labels, known);
  }

  /** Per label its log-probability. */
  double[] logProbabilities(String text) {
    Example<Label> example = example(text, known, LabelFactory.UNKNOWN_LABEL);
    Map<String, Label> scores = model.predict(example).getOutputScores();
    return labels.stream()
        .map(label -> scores.get(normalized(label)))
        .mapToDouble(found -> found == null ? UNSEEN : Math.log(Math.max(1e-30, found.getScore())))
        .toArray();
  }

  /** The words and pairs that stand in enough texts. */
  private static Set<String> known(List<Item> items, int minTexts) {
    Map<String, Integer> texts = new HashMap<>();
    for (Item item : items) {
      new HashSet<>(features(item.input())).forEach(word -> texts.merge(word, 1, Integer::sum));
    }
    texts.values().removeIf(count -> count < minTexts);
    return texts.keySet();
  }

  /** A text's known words, scaled to a vector of length one, and a constant. */
  private static Example<Label> example(String text, Set<String> known, Label label) {
    Set<String> words = new TreeSet<>(features(text));
    words.retainAll(known);
    String[] names = words.toArray(new String[words.size() + 1]);
    names[words.size()] = "[always]";
    double[] values = new double[names.length];
    Arrays.fill(values, 1 / Math.sqrt(Math.max(1, words.size())));
    values[words.size()] = 1;
    return new ArrayExample<>(label, names, values);
  }

  private static List<String> features(String text) {
    List<String> words =
        NO_WORD
            .splitAsStream(text.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> features = new ArrayList<>(words);
    for (int i = 1; i < words.size(); i++) {
      features.add(words.get(i - 1) + " " + words.get(i));
    }
    return features;
  }

  private static String normalized(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }
}
