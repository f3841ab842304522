package org.pieceworks.experiment.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.spec.ExperimentSchema;
import org.pieceworks.gating.control.RandomGating;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.peft.lora.Lora;

class PagesTest {

  private final Plugins plugins =
      new FixedPlugins(List.of(new Lora(), new PrototypeGating(), new RandomGating()));

  @Test
  void everyPlugInHasItsPlaceItsBundleAndItsOptions() {
    String page = PluginsPage.of(plugins);
    String lora = page.substring(page.indexOf("### lora"), page.indexOf("## Sharer selections"));
    assertTrue(page.contains("Named by `adaptation.peft` and `peft`."), page);
    assertTrue(lora.contains("Brought by `given`."), lora);
    assertTrue(
        lora.contains("| `rank` | a whole number from 1 to 4096 | `8` | Rank of the two factors |"),
        lora);
    assertTrue(page.substring(page.indexOf("### random")).contains("No options."), page);
  }

  @Test
  void familyWhoseMembersAreOptionalSaysWhereTheyAre() {
    assertTrue(
        PluginsPage.of(plugins)
            .contains(
                "## Pretrained models\n"
                    + "Named by `model.pretrained`. None in the plain distribution; see [optional features]"
                    + "(user-guide.md#optional-features).\n"));
  }

  @Test
  void defaultsAreThoseThatExperimentFilesHave() {
    String page = ExperimentPage.of(plugins);
    assertTrue(page.contains("| `training.rate` | a number from 0 to 10 | `3e-3` |"), page);
    assertTrue(page.contains("| `training.weight-decay` | a number from 0 to 10 | `0.01` |"), page);
    assertTrue(
        page.contains(
            "| `gating` | [gating model](plugins.md#gating-models): `prototype`, `random` | `prototype` |"),
        page);
    assertTrue(page.contains("| `metrics` | a list of [metric](plugins.md#metrics) |"), page);
  }

  @Test
  void everySettingStandsInOneTable() {
    String page = ExperimentPage.of(plugins);
    for (OptionRow row : ExperimentSchema.settings()) {
      String entry = "\n| `" + row.path() + "` |";
      assertEquals(page.indexOf(entry), page.lastIndexOf(entry), row.path());
      assertTrue(page.contains(entry), row.path());
    }
  }

  @Test
  void linksLeadToHeadings() {
    Set<String> anchors =
        Arrays.stream(PluginsPage.of(plugins).split("\n"))
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
            .collect(Collectors.toSet());
    List<String> links =
        Arrays.stream(ExperimentPage.of(plugins).split("plugins\\.md#"))
            .skip(1)
            .map(rest -> rest.substring(0, rest.indexOf(')')))
            .toList();
    assertFalse(links.isEmpty());
    links.forEach(link -> assertTrue(anchors.contains(link), link));
  }
}
