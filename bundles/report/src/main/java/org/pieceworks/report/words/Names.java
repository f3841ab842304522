package org.pieceworks.report.words;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words for what has a short name in files: methods, metrics, settings. */
public final class Names {

  /** What guessing reaches, in result files. */
  public static final String CHANCE = "chance";

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("bag-of-words", "Bag of words"),
          Map.entry("non-personalized", "Non-personalized"),
          Map.entry("user-prior", "User prior"),
          Map.entry("peft-retrieval", "PEFT retrieval"),
          Map.entry("oppu", "OPPU"),
          Map.entry("per-pcs", "Per-Pcs"),
          Map.entry("rag", "RAG"),
          Map.entry("pag", "PAG"),
          Map.entry(CHANCE, "Chance"),
          Map.entry("ceiling-population", "Ceiling (user unknown)"),
          Map.entry("ceiling-personal", "Ceiling (user known)"));

  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("accuracy", "Accuracy"),
          Map.entry("macro_f1", "Macro-F1"),
          Map.entry("mae", "MAE"),
          Map.entry("mae_expected", "MAE of the expected rating"),
          Map.entry("rmse", "RMSE"),
          Map.entry("rmse_expected", "RMSE of the expected rating"),
          Map.entry("recall_at_k", "Recall of the truly alike"),
          Map.entry("rouge1", "ROUGE-1"),
          Map.entry("rougeL", "ROUGE-L"));

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("sharers.count", "Number of sharers"),
          Map.entry("sharers.selection", "Selection of sharers"),
          Map.entry("pool.sharing-ratio", "Sharing ratio"),
          Map.entry("assembly.top-k", "Pieces per slot (top-k)"),
          Map.entry("assembly.temperature", "Temperature of the weights"),
          Map.entry("assembly.form", "Form of the merge"),
          Map.entry("assembly.history", "History items read"),
          Map.entry("peft.rank", "Rank"),
          Map.entry("gating", "Gate"),
          Map.entry("decomposition", "Decomposition"),
          Map.entry("peft", "PEFT type"),
          Map.entry("sharers.encoder", "History encoder"),
          Map.entry("assembly.choice", "Who chooses together"),
          Map.entry("dataset.task", "Task"));

  private static final Map<String, String> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("affinity_chance", "Affinity by chance");
    FIGURES.put("affinity_chosen", "Affinity of the chosen");
    FIGURES.put("affinity_best", "Affinity of the best");
    FIGURES.put("hub_share", "Share of first choices that go to the most chosen sharer");
    FIGURES.put("score_hubness", "Share of the scores that is the same for every target");
    FIGURES.put("answers_changed", "Share of answers changed");
    FIGURES.put("targets_unchanged", "Share of targets without a changed answer");
  }

  private Names() {}

  /** Figures beside the metrics in the order to read them in: known ones first. */
  public static List<String> inOrder(Collection<String> figures) {
    List<String> known = List.copyOf(FIGURES.keySet());
    return figures.stream()
        .sorted(
            Comparator.comparingInt(
                    (String name) -> FIGURES.containsKey(name) ? known.indexOf(name) : known.size())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** What a figure beside the metrics is called in text. */
  public static String figure(String name) {
    return FIGURES.getOrDefault(name, name);
  }

  /** What a method is called in text; its own name where nothing else is known. */
  public static String method(String name) {
    return METHODS.getOrDefault(name, name);
  }

  /** What a metric is called in text. */
  public static String metric(String name) {
    return METRICS.getOrDefault(name, name);
  }

  /** What a setting is called in text. */
  public static String setting(String path) {
    return SETTINGS.getOrDefault(path, path);
  }

  /** A setting in words with its path, so that it is found in the file and the tables. */
  public static String settingWithPath(String path) {
    String words = setting(path);
    return words.equals(path) ? path : words + " (" + path + ")";
  }

  /** Whether a name is no method but a mark to measure methods by: chance or a ceiling. */
  public static boolean isReference(String method) {
    return method.startsWith("ceiling") || method.equals(CHANCE);
  }

  /** A text as a file name: lower case, digits and hyphens. */
  public static String slug(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
