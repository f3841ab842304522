package org.pieceworks.experiment.spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.training.PretrainingOptions;
import org.pieceworks.experiment.option.Config;
import org.pieceworks.experiment.option.Origin;
import org.pieceworks.experiment.option.Use;

/**
 * What no single option can check: settings that must fit each other.
 *
 * @param written where they come from
 */
record SettingsCheck(TrialSettings trial, Config.Mapping written) {

  private static final Pattern DEVICE = Pattern.compile("cpu|gpu(:\\d+)?");

  /**
   * Checks them all.
   *
   * @param folder that relative paths are relative to
   * @throws BadInputException at the first that does not fit
   */
  void check(Path folder) {
    if (trial.sharers().count() > trial.split().candidates()) {
      fail(
          "sharers.count",
          trial.sharers().count(),
          "at most split.candidates, " + trial.split().candidates(),
          "split.candidates");
    }
    if (trial.methods().isEmpty()) {
      fail("methods", "none", "at least one method");
    }
    checkPieces();
    eachOnce("methods", "method", trial.methods());
    eachOnce("metrics", "metric", trial.metrics());
    if (!DEVICE.matcher(trial.device()).matches()) {
      fail("device", trial.device(), "cpu, or gpu:0 and so on");
    }
    if (!trial.model().checkpoint().isEmpty()) {
      checkCheckpoint(folder.resolve(trial.model().checkpoint()));
    } else if (trial.model().pretrained().isEmpty()) {
      checkShape(trial.model().embedded());
    }
  }

  /** Whether PEFT type, decomposition, gating and assembly go together. */
  private void checkPieces() {
    AdapterForm form = trial.configuredPeft().form();
    trial
        .configuredDecomposition()
        .unsuited(form)
        .ifPresent(why -> unsuited("decomposition", trial.decomposition(), why));
    trial
        .configuredGating()
        .unsuited(form)
        .ifPresent(why -> unsuited("gating", trial.gating(), why));
    if (trial.decomposition().plugin().divides()
        && trial.assembly().form() == MergeForm.FACTOR_AVERAGE) {
      fail(
          "assembly.form",
          "factor-average with decomposition " + trial.decomposition().name(),
          "product, since the parts of a divided module cannot share one factor",
          "decomposition");
    }
    AdaptationSettings adaptation = trial.adaptation();
    if (adaptation.enabled() && !adaptation.configuredPeft().form().mergeable()) {
      fail(
          "adaptation.peft",
          adaptation.peft().name(),
          "a type that can be merged into the weights, such as lora");
    }
  }

  private void unsuited(String path, Use<?> use, Unsuited why) {
    fail(path, use.name() + ", but " + why.reason(), why.instead(), "peft", "gating");
  }

  private void eachOnce(String path, String what, List<? extends Use<?>> uses) {
    Set<String> names = new HashSet<>();
    for (Use<?> use : uses) {
      if (!names.add(use.name())) {
        fail(path, use.name() + " twice", "each " + what + " once");
      }
    }
  }

  private void checkCheckpoint(Path directory) {
    trial
        .model()
        .pretrained()
        .ifPresent(
            use ->
                fail(
                    "model.pretrained",
                    use.name() + " beside a checkpoint",
                    "one of them",
                    "model.checkpoint"));
    if (!Files.isRegularFile(directory.resolve("config.json"))) {
      String found = Files.isDirectory(directory) ? "a folder without config.json" : "no folder";
      fail("model.checkpoint", found + " " + directory, "a Hugging Face checkpoint directory");
    }
  }

  private void checkShape(PretrainingOptions embedded) {
    int width = embedded.width();
    int heads = embedded.heads();
    if (width % heads != 0 || width / heads % 2 != 0) {
      fail(
          "model.embedded.heads",
          heads,
          "a number that divides width " + width + " into even parts",
          "model.embedded.width");
    }
    if (heads % embedded.keyValueHeads() != 0) {
      fail(
          "model.embedded.key-value-heads",
          embedded.keyValueHeads(),
          "a divisor of heads, " + heads,
          "model.embedded.heads");
    }
    if (trial.generation().maxNewTokens() >= embedded.maxPositions()) {
      fail(
          "generation.max-new-tokens",
          trial.generation().maxNewTokens(),
          "fewer than model.embedded.max-positions, " + embedded.maxPositions(),
          "model.embedded.max-positions");
    }
  }

  /** Names the setting; the line is that of what the file does say, where it leaves that out. */
  private void fail(String path, Object found, String expected, String... otherwise) {
    Optional<Config> place = written.find(Config.path(path));
    for (String other : otherwise) {
      place = place.or(() -> written.find(Config.path(other)));
    }
    Origin origin = place.map(Config::origin).orElse(written.origin());
    throw BadInputException.of(origin.at(path), String.valueOf(found), expected);
  }
}
