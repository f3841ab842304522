package org.pieceworks.experiment.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.stage.Canonical;

class ExperimentFilesTest {

  @TempDir Path folder;

  private final ExperimentFiles files = new ExperimentFiles(TestPlugins.all());

  @Test
  void smallestFileIsOnePointWithDefaults() {
    Experiment experiment = read("dataset: personas");
    assertEquals("test", experiment.name());
    assertEquals(List.of(0L), experiment.seeds());
    assertEquals(1, experiment.trials());
    TrialSettings trial = experiment.points().get(0).trial();
    assertEquals("prototype", trial.gating().name());
    assertEquals(3e-3, trial.training().rate());
    assertEquals(0.01, trial.training().weightDecay());
    assertEquals(
        List.of(
            "bag-of-words", "non-personalized", "user-prior", "peft-retrieval", "oppu", "per-pcs"),
        trial.methods().stream().map(m -> m.name()).toList());
  }

  @Test
  void readingASweepTakesTimeInProportionToItsPoints() {
    String many =
        IntStream.rangeClosed(1, 1000).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String source = "dataset: personas\nsplit: {targets: 5}\nsweep: {split.targets: [%s]}\n";
    Experiment read =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(source.formatted(many)));
    assertEquals(1000, read.points().size());
    assertEquals("7", read.points().get(6).settings().get("split.targets"));
  }

  @Test
  void textNeedNotBeSaved() {
    Path file = folder.resolve("not-there.yaml");
    Experiment read =
        files.read(
            file,
            "dataset: personas\nseeds: [0, 1]\n",
            List.of(),
            Optional.empty(),
            Optional.empty());
    assertEquals("not-there", read.name());
    assertEquals(2, read.trials());
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () ->
                files.read(
                    file,
                    "dataset: personas\ngatin: sigmoid\n",
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));
    assertTrue(error.getMessage().startsWith("not-there.yaml:2: gatin"), error.getMessage());
  }

  @Test
  void blocksOfASweepAreProductsAndTheirPointsAreJoined() {
    Experiment experiment =
        read(
            """
            dataset: personas
            seeds: [1, 2]
            sharers: {count: 20}
            sweep:
              - {sharers.count: [5, 10, 20]}
              - {pool.sharing-ratio: [0.5, 1.0], gating: [prototype, sigmoid]}
            """);
    // 20 sharers at ratio 1 with prototypes stands in both blocks.
    assertEquals(3 + 4 - 1, experiment.points().size());
    assertEquals(12, experiment.trials());
    assertEquals(
        List.of("sharers.count", "pool.sharing-ratio", "gating"),
        List.copyOf(experiment.axes().keySet()));
    assertEquals("5", experiment.points().get(0).settings().get("sharers.count"));
    assertEquals("1", experiment.points().get(0).settings().get("pool.sharing-ratio"));
    assertEquals("prototype", experiment.points().get(0).settings().get("gating"));
    assertEquals("20", experiment.points().get(3).settings().get("sharers.count"));
  }

  @Test
  void variantsSetSeveralSettingsAtOnceUnderOneName() {
    Experiment experiment =
        read(
            """
            dataset: personas
            sharers: {count: 20}
            sweep:
              - size:
                  few: {sharers.count: 5, training.rate: 1e-2}
                  many: {sharers: {count: 20}}
                pool.sharing-ratio: [0.5, 1]
              - {sharers.count: [10]}
            """);
    assertEquals(
        List.of("size", "pool.sharing-ratio", "sharers.count"),
        List.copyOf(experiment.axes().keySet()));
    assertEquals(List.of("few", "many"), experiment.axes().get("size"));
    assertEquals(5, experiment.points().size());
    TrialPoint few = experiment.points().get(0);
    assertEquals("few", few.settings().get("size"));
    assertEquals(5, few.trial().sharers().count());
    assertEquals(1e-2, few.trial().training().rate());
    assertEquals("many", experiment.base().get("size"), "the variant that changes nothing");
    assertEquals("many", experiment.points().get(4).settings().get("size"));
  }

  @Test
  void overridesGoBeforeTheFile() {
    Experiment experiment =
        read(
            "dataset: personas",
            List.of("sharers.count=7", "dataset.task=rating", "gating=sigmoid", "seeds=[4]"));
    TrialSettings trial = experiment.points().get(0).trial();
    assertEquals(7, trial.sharers().count());
    assertEquals("rating", ((TestPlugins.FormatOptions) trial.dataset().options()).task());
    assertEquals("sigmoid", trial.gating().name());
    assertEquals(List.of(4L), experiment.seeds());
  }

  @Test
  void optionsOfAPluginMayBeSwept() {
    Experiment experiment =
        read("dataset: personas\npeft: {use: lora, alpha: 4}\nsweep: {peft.rank: [2, 4]}");
    TestPlugins.PeftOptions second =
        (TestPlugins.PeftOptions) experiment.points().get(1).trial().peft().options();
    assertEquals(4, second.rank());
    assertEquals(4, second.alpha());
  }

  @Test
  void orderOfKeysAndWrittenDefaultsDoNotMatter() {
    String one = canonical("dataset: personas\nsharers: {count: 10}\ntraining: {batch: 6}");
    String other =
        canonical("training: {}\nsharers: {count: 10}\ndataset: {use: personas, users: 10}");
    assertEquals(one, other);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trainig: {rate: 1} | test.yaml:2: trainig | training",
        "training: {rat: 1} | test.yaml:2: training.rat | rate",
        "training: {rate: -1} | test.yaml:2: training.rate | a number from 0 to 10",
        "training: {rate: fast} | found fast | a number from 0 to 10",
        "training: {batch: 2.5} | found 2.5 | a whole number",
        "training: {schedule: cosin} | found cosin | cosine",
        "training: 5 | test.yaml:2: training | a map of settings",
        "gating: protoype | no gating model named protoype | prototype",
        "gating: {use: sigmoid, start: 1} | gating.start | no settings here",
        "peft: {rank: 2000} | test.yaml:2: peft.rank | from 1 to 64",
        "assembly: {form: produkt} | found produkt | product",
        "methods: [oppu, oppu] | oppu twice | each method once",
        "sharers: {count: 50} | sharers.count | at most split.candidates",
        "model: {embedded: {heads: 7}} | model.embedded.heads | divides width",
        "sweep: {sharers.cuont: [1]} | sweep: sharers.cuont | count",
        "sweep: {sharers.count: 3} | sweep: sharers.count | a list of at least one value",
        "sweep: {size: {few: 3}} | sweep: size.few | a map of settings with one value each",
        "sweep: {size: {few: {sharers.cuont: 3}}} | size.few: sharers.cuont | count",
        "sweep: {size: {}} | sweep: size | at least one, by its name",
        "sweep: {sharers.count: []} | sweep: sharers.count | a list of at least one value",
        "sweep: {training.rate.x: [1]} | sweep: training.rate.x | training.rate alone",
        "sweep: {peft.rnak: [1]} | test.yaml:2: peft.rnak | rank",
        "sweep: {gating: [sigmoid, protoype]} | test.yaml:2: gating | prototype",
        "sweep: {seeds: [1]} | sweep: seeds | found an unknown key",
        "sweep: 5 | test.yaml:2: sweep | a map of settings with lists of values",
        "seeds: [] | test.yaml: seeds | at least one seed",
        "methods: [] | test.yaml:2: methods | at least one method",
        "metrics: [accuracy] | test.yaml:2: metrics[0] | a metric, but none is installed",
        "device: tpu | test.yaml:2: device: found tpu | cpu, or gpu:0",
        "split: {candidates: 10} | test.yaml:2: sharers.count: found 20 | at most split.candidates, 10",
        "model: {embedded: {key-value-heads: 3}} | test.yaml:2: model.embedded.key-value-heads | heads, 4",
        "model: {checkpoint: nowhere} | test.yaml:2: model.checkpoint: found no folder | Hugging Face",
        "generation: {max-new-tokens: 256} | test.yaml:2: generation.max-new-tokens | max-positions, 256",
        "sweep: {sharers.count: [1, 99]} | sharers.count | at most split.candidates",
        "pool: {sharing-ratio: 0} | pool.sharing-ratio | a number from",
        "dataset: personas | dataset | each key once",
        "seeds: [a] | seeds[0] | a whole number"
      })
  void badSettingNamesItsPlaceAndWhatWasExpected(String line, String place, String expected) {
    BadInputException error =
        assertThrows(BadInputException.class, () -> read("dataset: personas\n" + line));
    assertTrue(error.getMessage().contains(place), error.getMessage());
    assertTrue(error.getMessage().contains(expected), error.getMessage());
  }

  @Test
  void theFilesOwnSettingsAreAPointOnlyWhereTheSweepMeetsThem() {
    String own = "dataset: personas\nsharers: {count: 20}\n";
    assertEquals(2, read(own + "sweep: {sharers.count: [5, 10]}").points().size());
    assertEquals(3, read(own + "sweep: [{sharers.count: [5, 10]}, {}]").points().size());
    assertEquals("20", read(own + "sweep: {sharers.count: [5]}").base().get("sharers.count"));
  }

  @Test
  void theSameNumberIsOnePointHoweverItIsWritten() {
    Experiment experiment =
        read("dataset: personas\nsweep: {pool.sharing-ratio: [0.50, 1.0, 5e-1, 1]}");
    assertEquals(2, experiment.points().size());
    assertEquals(List.of("0.5", "1"), experiment.axes().get("pool.sharing-ratio"));
    assertEquals("1", experiment.base().get("pool.sharing-ratio"));
  }

  @Test
  void plugInsThatDifferOnlyInTheirOptionsAreToldApart() {
    Experiment experiment =
        read(
            """
            dataset: personas
            sweep:
              - {peft: [lora, {use: lora, rank: 2}], gating: [prototype, sigmoid]}
            """);
    assertEquals(List.of("lora", "lora {rank: 2}"), experiment.axes().get("peft"));
    assertEquals(List.of("prototype", "sigmoid"), experiment.axes().get("gating"));
  }

  @Test
  void aPlugInIsItsNameWhereTheSweepLeavesItsOptionsAlone() {
    Experiment experiment =
        read("dataset: personas\npeft: {use: lora, rank: 2}\nsweep: {peft: [lora]}");
    assertEquals(List.of("lora"), experiment.axes().get("peft"));
    assertEquals("lora", experiment.base().get("peft"));
  }

  @Test
  void theDataSetMayBeSweptAlone() {
    Experiment experiment =
        read("sweep: {dataset: [personas, {use: personas, task: rating}], sharers.count: [5]}");
    assertEquals(2, experiment.points().size());
    assertEquals(List.of("personas", "personas {task: rating}"), experiment.axes().get("dataset"));
    assertEquals(Map.of("dataset", "personas", "sharers.count", "20"), experiment.base());
  }

  @Test
  void everyPointHasAValueOfEveryAxis() {
    Experiment experiment =
        read(
            "dataset: personas\nsweep: [{gating: [prototype, sigmoid]}, {methods: [[oppu, per-pcs]]}]");
    for (TrialPoint point : experiment.points()) {
      assertEquals(List.of("gating", "methods"), List.copyOf(point.settings().keySet()));
    }
    assertEquals("[oppu, per-pcs]", experiment.points().get(2).settings().get("methods"));
    assertEquals("prototype", experiment.points().get(2).settings().get("gating"));
  }

  @Test
  void anOverrideThatDoesNotFitIsNamedAsItWasGiven() {
    assertEquals(
        "--set sharers.count=many: sharers.count: found many; expected a whole number from 1 to"
            + " 1000000000",
        error("dataset: personas", List.of("sharers.count=many")));
    assertEquals(
        "--set dataset.taks=rating: dataset.taks: found an unknown key; expected task (one of task,"
            + " users)",
        error("dataset: personas", List.of("dataset.taks=rating")));
    assertTrue(error("dataset: personas", List.of("sharers.count")).contains("path=value"));
  }

  @Test
  void seedsAndDeviceOfTheCommandLineGoBeforeTheFiles() {
    Path file = write("dataset: personas\nseeds: [1]\ndevice: cpu");
    Experiment experiment =
        files.read(file, List.of(), Optional.of(List.of(7L, 8L, 7L)), Optional.of("gpu:1"));
    assertEquals(List.of(7L, 8L), experiment.seeds());
    assertEquals("gpu:1", experiment.points().get(0).trial().device());
    String message =
        assertThrows(
                BadInputException.class,
                () -> files.read(file, List.of(), Optional.empty(), Optional.of("gpu1")))
            .getMessage();
    assertEquals("--device gpu1: device: found gpu1; expected cpu, or gpu:0 and so on", message);
  }

  @Test
  void anOverrideMayDropTheSweep() {
    Experiment experiment =
        read("dataset: personas\nsweep: {sharers.count: [5, 10]}", List.of("sweep=null"));
    assertEquals(1, experiment.points().size());
    assertEquals(Map.of(), experiment.axes());
  }

  @Test
  void fileWithoutADataSetSaysSo() {
    BadInputException error = assertThrows(BadInputException.class, () -> read("name: nothing"));
    assertTrue(error.getMessage().contains("dataset"), error.getMessage());
    assertTrue(error.getMessage().contains("data set format"), error.getMessage());
  }

  @Test
  void brokenYamlSaysTheLine() {
    BadInputException error =
        assertThrows(BadInputException.class, () -> read("dataset: personas\ntraining: {rate: 1"));
    assertTrue(error.getMessage().startsWith("test.yaml:"), error.getMessage());
  }

  @Test
  void missingFileSaysSo() {
    Path nowhere = folder.resolve("nowhere.yaml");
    BadInputException error =
        assertThrows(
            BadInputException.class,
            () -> files.read(nowhere, List.of(), Optional.empty(), Optional.empty()));
    assertTrue(error.getMessage().contains("no such file"), error.getMessage());
  }

  @Test
  void overrideOfAnUnknownSettingOffersTheNearest() {
    BadInputException error =
        assertThrows(
            BadInputException.class, () -> read("dataset: personas", List.of("sharers.cont=3")));
    assertTrue(error.getMessage().contains("count"), error.getMessage());
  }

  private String canonical(String text) {
    return Canonical.text(read(text).points().get(0).trial());
  }

  private Experiment read(String text) {
    return read(text, List.of());
  }

  private Experiment read(String text, List<String> overrides) {
    return files.read(write(text), overrides, Optional.empty(), Optional.empty());
  }

  private String error(String text, List<String> overrides) {
    return assertThrows(BadInputException.class, () -> read(text, overrides)).getMessage();
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("test.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
