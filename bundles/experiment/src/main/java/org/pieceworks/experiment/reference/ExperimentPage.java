package org.pieceworks.experiment.reference;

import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.ExperimentSchema;

/** The page of all keys of an experiment file. */
public final class ExperimentPage {

  private static final String HEAD =
      """
      # Experiment reference

      <!-- Written by the workbench from its settings: change those, then have it written again. -->

      An experiment is a YAML file. Only `dataset` must be there; every other key has a default, and the defaults suit
      the small model that the workbench trains itself. The whole file is checked, every point of its sweep included,
      before anything runs.

      ```yaml
      name: my-experiment
      question: Do more sharers help?
      dataset: {use: personas, task: tagging}
      seeds: [0, 1, 2]
      sweep: {sharers.count: [5, 10, 20]}
      ```

      - A key that takes the name of a plug-in takes options with it: `peft: {use: lora, rank: 4}`. Options without `use`
        are those of the default plug-in: `peft: {rank: 4}`.
      - `pieceworks run FILE --set training.rate=1e-3` replaces one setting, `--seeds` and `--device` likewise.
      - Paths of data sets and checkpoints are relative to the experiment file.
      """;

  private static final String SWEEP =
      """

      ## sweep
      Settings that take several values, each by its path. One entry is the product of its axes; the points of several
      entries are joined, and a point that occurs twice runs once. Settings that an entry does not name stay as the file
      has them. The file's own settings are a point only where an entry meets them; the entry `{}` adds them.

      ```yaml
      sweep:
        - {sharers.count: [5, 10, 20]}
        - {gating: [prototype, {use: sigmoid, rate: 1e-2}], pool.sharing-ratio: [0.2, 1]}
      ```

      Any setting of the tables below, and any option of a plug-in (`peft.rank`), may be swept. Each axis becomes a
      column of the result files.

      Settings that belong together, such as a PEFT type and the rate that suits it, are swept as named variants of an
      axis that is no setting itself:

      ```yaml
      sweep:
        - type:
            lora: {peft: lora, training.rate: 3e-3}
            ia3: {peft: ia3, training.rate: 3e-2}
      ```
      """;

  private ExperimentPage() {}

  /** The page as Markdown. */
  public static String of(Plugins plugins) {
    StringBuilder page = new StringBuilder(HEAD).append(SWEEP);
    page.append("\n## Keys that stand alone\n\n");
    page.append(Markdown.table(ExperimentSchema.single(), row -> takes(row, plugins)));
    for (ExperimentSchema.Section section : ExperimentSchema.sections()) {
      page.append("\n## ").append(section.key()).append("\n");
      page.append(section.help()).append(".\n\n");
      page.append(Markdown.table(section.rows(), row -> takes(row, plugins)));
    }
    return page.toString();
  }

  private static String takes(OptionRow row, Plugins plugins) {
    if (row.family().isEmpty()) {
      return row.expected();
    }
    Family family = row.family().get();
    String link = "[%s](plugins.md#%s)".formatted(family.title(), Markdown.anchor(family));
    String names =
        String.join(
            ", ",
            plugins.list(family).stream()
                .filter(entry -> !entry.shadowed())
                .map(entry -> "`" + entry.plugin().name() + "`")
                .toList());
    return (row.expected().startsWith("a list") ? "a list of " : "")
        + link
        + (names.isEmpty() ? "" : ": " + names);
  }
}
