package org.pieceworks.ui.internal.view.editor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pieceworks.ui.internal.view.editor.form.Settings.Group;
import org.pieceworks.ui.internal.view.editor.yaml.CaretPlace;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

class FormTest {

  private static final String FILE =
      """
      dataset: {use: personas, task: rating}
      gating:
        use: sigmoid
        rate: 0.5 # fast
        centring: true
      seeds: [0, 1]
      """;

  private final Settings settings = Settings.now(TestPlugins.all());

  private static FormValues values(String text) {
    return new FormValues(YamlText.parse(text).orElseThrow());
  }

  private Field field(String path) {
    return settings.find(path, values(FILE)).orElseThrow();
  }

  private List<String> paths(String group, String text) {
    Group found =
        settings.groups().stream().filter(one -> one.key().equals(group)).findFirst().orElseThrow();
    return settings.fields(found, values(text)).stream().map(Field::path).toList();
  }

  @Test
  void everySettingStandsInOneGroup() {
    List<String> keys = settings.groups().stream().map(Group::key).toList();
    assertEquals(List.of("experiment", "sweep", "dataset", "split"), keys.subList(0, 4));
    assertEquals(
        List.of("name", "question", "seeds", "methods", "metrics", "device"),
        paths("experiment", ""));
  }

  @Test
  void optionsOfThePluginInUseStandBelowIt() {
    assertEquals(List.of("gating", "gating.centring", "gating.rate"), paths("gating", FILE));
    assertEquals(List.of("gating", "gating.centring"), paths("gating", "gating: prototype"));
    assertEquals(List.of("gating", "gating.centring"), paths("gating", ""));
    assertEquals(List.of("gating"), paths("gating", "gating: nobody"));
    assertTrue(paths("adaptation", "").contains("adaptation.peft.rank"));
  }

  @Test
  void fieldsShowWhatTheTextSaysAndWhatItLeavesOut() {
    FormValues values = values(FILE);
    assertEquals(Optional.of("rating"), values.shown(field("dataset.task")));
    assertEquals(Optional.of("personas"), values.shown(field("dataset")));
    assertEquals(Optional.of("0, 1"), values.shown(field("seeds")));
    assertEquals(Optional.empty(), values.shown(field("peft")));
    assertEquals("lora", field("peft").standard());
    assertEquals("0", field("seeds").standard());
    assertEquals(List.of("tagging", "rating"), field("dataset.task").choices());
    assertEquals(List.of("true", "false"), field("answers.calibrated").choices());
  }

  @Test
  void fieldChangesItsKeyAlone() {
    FormEdits edits = new FormEdits(settings);
    assertEquals(FILE.replace("0.5", "0.25"), edits.set(FILE, field("gating.rate"), "0.25"));
    assertEquals(
        FILE.replace("  rate: 0.5 # fast\n", ""), edits.set(FILE, field("gating.rate"), ""));
    assertEquals(FILE.replace("[0, 1]", "[3]"), edits.set(FILE, field("seeds"), "3"));
    assertEquals(
        FILE.replace("dataset:", "name: \"a: b\"\ndataset:"),
        edits.set(FILE, field("name"), "a: b"));
  }

  @Test
  void anotherPluginLosesTheOptionsThatItDoesNotKnow() {
    FormEdits edits = new FormEdits(settings);
    assertEquals(
        FILE.replace("sigmoid\n  rate: 0.5 # fast\n", "prototype\n"),
        edits.set(FILE, field("gating"), "prototype"));
    assertEquals(
        FILE.replace("  use: sigmoid\n  rate: 0.5 # fast\n", ""),
        edits.set(FILE, field("gating"), ""));
    assertEquals("gating: sigmoid\n", edits.set("gating: prototype\n", field("gating"), "sigmoid"));
    assertEquals("peft: ia3\n", edits.set("", field("peft"), "ia3"));
  }

  @Test
  void completionOffersKeysOfThePlace() {
    List<String> top = words("|");
    assertTrue(top.containsAll(List.of("name", "dataset", "sweep", "gating")), top.toString());
    assertEquals(List.of("gating", "generation"), words("g|"));
    assertEquals(List.of("use", "centring", "rate"), words("gating: {|", "gating: sigmoid"));
    assertEquals(List.of("count", "selection", "encoder"), words("sharers:\n  |"));
    assertEquals(
        List.of("base", "targets"),
        words("split: {|", "split: {candidates: 5}").stream()
            .filter(w -> w.matches("base|targets|candidates"))
            .toList());
  }

  @Test
  void completionOffersValuesOfThePlace() {
    assertEquals(List.of("prototype", "sigmoid"), words("gating: |"));
    assertEquals(List.of("sigmoid"), words("gating: {use: s|"));
    assertEquals(List.of("per-pcs"), words("methods: [oppu, p|"));
    assertEquals(List.of("scores", "generation"), words("answers: {by: |"));
    assertEquals(List.of("true", "false"), words("adaptation:\n  enabled: |"));
    assertEquals(List.of(), words("# ga|"));
  }

  @Test
  void completionOffersAxesInASweep() {
    assertEquals("sharers.count", words("sweep:\n  - {|").get(0));
    assertEquals(List.of("prototype", "sigmoid"), words("sweep:\n  - {gating: [|"));
    assertFalse(words("sweep:\n  - |").isEmpty());
  }

  private List<String> words(String text) {
    return words(text, "");
  }

  private List<String> words(String text, String valid) {
    CaretPlace place = CaretPlace.of(text.replace("|", ""), text.indexOf('|'));
    return new Proposals(settings)
        .at(place, values(valid)).stream().map(Proposals.Proposal::word).toList();
  }
}
