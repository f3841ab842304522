package org.pieceworks.report.internal.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pieceworks.experiment.run.StoredRun;
import org.pieceworks.experiment.run.StoredTrial;
import org.pieceworks.experiment.trial.StageTime;
import org.pieceworks.experiment.trial.TrialProvenance;
import org.pieceworks.report.internal.page.Table.Cell;
import org.pieceworks.report.internal.page.Table.Column;
import org.pieceworks.report.internal.page.Table.Row;
import org.pieceworks.report.words.Amounts;

/** Where the numbers come from. */
final class ProvenanceTables {

  /** Before a bundle's name among the facts of the machine. */
  private static final String BUNDLE = "bundle ";

  private final StoredRun run;

  ProvenanceTables(StoredRun run) {
    this.run = run;
  }

  /** The run, the versions and the machine. */
  Table machine() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Run", run.id()));
    rows.add(
        row("Seeds", run.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    rows.add(row("Trials", run.done().size() + " of " + run.trials().size() + " done"));
    distinct(TrialProvenance::engine).ifPresent(text -> rows.add(row("Tensor engine", text)));
    distinct(TrialProvenance::device).ifPresent(text -> rows.add(row("Device", text)));
    List<String> bundles = new ArrayList<>();
    run.machine()
        .forEach(
            (name, value) -> {
              if (name.startsWith(BUNDLE)) {
                bundles.add(name.substring(BUNDLE.length()) + " " + value);
              } else if (!name.equals("engine")) {
                rows.add(
                    row(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), value));
              }
            });
    if (!bundles.isEmpty()) {
      rows.add(row("Bundles", String.join(", ", bundles)));
    }
    return new Table(
        "machine",
        "The run, its versions and its machine.",
        List.of(Column.text("What"), Column.text("Value")),
        rows);
  }

  /** The hashes of data and models, with the trials that they hold for. */
  Table hashes() {
    Map<List<String>, List<StoredTrial>> groups = new LinkedHashMap<>();
    for (StoredTrial trial : run.done()) {
      TrialProvenance from = trial.result().orElseThrow().provenance();
      List<String> key =
          List.of(from.dataHash(), from.baseModelHash(), from.modelHash(), users(from));
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(trial);
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (key, trials) ->
            rows.add(
                Row.of(
                    Cell.heading(seeds(trials)),
                    Cell.of(Integer.toString(trials.size())),
                    Cell.of(key.get(3)),
                    Cell.of(key.get(0)),
                    Cell.of(key.get(1)),
                    Cell.of(key.get(2)))));
    return new Table(
        "hashes",
        "SHA-256 of the data set, of the base model before and of the model after its adaptation"
            + " to the task.",
        List.of(
            Column.text("Seed"),
            Column.number("Trials"),
            Column.text("Users"),
            Column.text("Data"),
            Column.text("Base model"),
            Column.text("Serving model")),
        rows);
  }

  /** How long each stage took; a product that several trials share counts once. */
  Table stages() {
    Map<String, Map<String, Double>> products = new LinkedHashMap<>();
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (StoredTrial trial : run.done()) {
      for (StageTime stage : trial.result().orElseThrow().provenance().stages()) {
        products
            .computeIfAbsent(stage.stage(), name -> new LinkedHashMap<>())
            .put(stage.key(), stage.seconds());
        uses.merge(stage.stage(), 1, Integer::sum);
      }
    }
    List<Row> rows = new ArrayList<>();
    double all = 0;
    for (Map.Entry<String, Map<String, Double>> stage : products.entrySet()) {
      double total = stage.getValue().values().stream().mapToDouble(Double::doubleValue).sum();
      double longest = Collections.max(stage.getValue().values());
      all += total;
      rows.add(
          Row.of(
              Cell.heading(stage.getKey()),
              Cell.of(Integer.toString(stage.getValue().size())),
              Cell.of(Integer.toString(uses.get(stage.getKey()))),
              Cell.of(Amounts.seconds(total)),
              Cell.of(Amounts.seconds(longest))));
    }
    rows.add(
        new Row(
            true,
            false,
            List.of(
                Cell.heading("all"),
                Cell.of(Integer.toString(products.values().stream().mapToInt(Map::size).sum())),
                Cell.of(Integer.toString(uses.values().stream().mapToInt(i -> i).sum())),
                Cell.of(Amounts.seconds(all)),
                Cell.of(""))));
    return new Table(
        "stages",
        "Wall-clock time of making each stage's products, whenever that was: a product that was"
            + " there already, or that several trials share, is counted once.",
        List.of(
            Column.text("Stage"),
            Column.number("Products"),
            Column.number("Uses"),
            Column.number("Time in all"),
            Column.number("Longest")),
        rows);
  }

  /** The trials that failed; empty where none did. */
  Optional<Table> failures() {
    List<Row> rows =
        run.failed().stream()
            .map(
                trial ->
                    Row.of(
                        Cell.heading(trial.label()),
                        Cell.of(trial.error().orElseThrow().message())))
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "failures",
                "Trials that failed; all others went on.",
                List.of(Column.text("Trial"), Column.text("Error")),
                rows));
  }

  private Optional<String> distinct(Function<TrialProvenance, String> part) {
    Set<String> all = new LinkedHashSet<>();
    run.done().forEach(trial -> all.add(part.apply(trial.result().orElseThrow().provenance())));
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
  }

  private static String users(TrialProvenance from) {
    return new TreeMap<>(from.users())
        .entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
  }

  private static String seeds(List<StoredTrial> trials) {
    return trials.stream()
        .map(trial -> Long.toString(trial.seed()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Row row(String name, String value) {
    return Row.of(Cell.heading(name), Cell.of(value));
  }
}
