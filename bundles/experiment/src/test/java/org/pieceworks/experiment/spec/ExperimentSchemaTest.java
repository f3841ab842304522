package org.pieceworks.experiment.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.plugin.Family;

class ExperimentSchemaTest {

  @Test
  void optionsOfAPluginHaveTheirWholePath() {
    var peft = TestPlugins.all().find(Family.PEFT_TYPE, "lora", "test");
    List<OptionRow> rows = ExperimentSchema.options("peft", peft);
    assertTrue(rows.stream().allMatch(row -> row.path().startsWith("peft.")), rows.toString());
  }

  @Test
  void rowsKnowTheOnlyTextsTheyTake() {
    OptionRow by =
        ExperimentSchema.settings().stream()
            .filter(row -> row.path().equals("answers.by"))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("scores", "generation"), by.field().choices());
  }
}
