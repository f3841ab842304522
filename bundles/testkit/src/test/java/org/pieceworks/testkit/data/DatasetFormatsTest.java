package org.pieceworks.testkit.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.corpus.lamp.LampFormat;
import org.pieceworks.corpus.lamp.LampOptions;
import org.pieceworks.corpus.lamp.LampUsersFormat;
import org.pieceworks.corpus.lamp.LampUsersOptions;
import org.pieceworks.corpus.personas.PersonasFormat;
import org.pieceworks.corpus.personas.PersonasOptions;
import org.pieceworks.corpus.personas.PersonasOptions.Activity;
import org.pieceworks.corpus.personas.PersonasOptions.Mixture;

/** Our own data set formats. */
class DatasetFormatsTest {

  abstract static class Personas extends DatasetFormatContract<PersonasOptions> {

    private final Activity activity;

    Personas(Activity activity) {
      this.activity = activity;
    }

    @Override
    protected DatasetFormat<PersonasOptions> format() {
      return new PersonasFormat();
    }

    @Override
    protected PersonasOptions options() {
      return new PersonasOptions(activity, 8, 5, 0.25, 3, 3, 8, 0.5, Mixture.MIXED, 0.13, 0.1);
    }

    @Override
    protected boolean generates() {
      return true;
    }
  }

  @Nested
  class PersonasThatTag extends Personas {
    PersonasThatTag() {
      super(Activity.TAGGING);
    }
  }

  @Nested
  class PersonasThatRate extends Personas {
    PersonasThatRate() {
      super(Activity.RATING);
    }
  }

  @Nested
  class PersonasThatWrite extends Personas {
    PersonasThatWrite() {
      super(Activity.HEADLINE);
    }
  }

  @Nested
  class Lamp extends DatasetFormatContract<LampOptions> {

    @Override
    protected DatasetFormat<LampOptions> format() {
      return new LampFormat();
    }

    @Override
    protected LampOptions options() {
      return new LampOptions("questions.json", "outputs.json", 0, "", 368, 768, 0, 0);
    }

    @Override
    protected void write(Path folder) throws IOException {
      Files.writeString(
          folder.resolve("questions.json"),
          """
          [{"id": "1", "input": "Which? categories: [law, sport] article: A trial.",
            "profile": [{"id": "11", "text": "A race.", "title": "Race", "category": "sport"}]},
           {"id": "2", "input": "Which? categories: [law, sport] article: A match.",
            "profile": [{"id": "21", "text": "A theft.", "title": "Theft", "category": "law"}]}]
          """);
      Files.writeString(
          folder.resolve("outputs.json"),
          """
          {"task": "LaMP_2", "golds": [{"id": "1", "output": "law"}, {"id": "2", "output": "sport"}]}
          """);
    }
  }

  @Nested
  class LampUsers extends DatasetFormatContract<LampUsersOptions> {

    @Override
    protected DatasetFormat<LampUsersOptions> format() {
      return new LampUsersFormat();
    }

    @Override
    protected LampUsersOptions options() {
      return new LampUsersOptions(".", "", LampUsersOptions.Kind.AUTO, 368, 768, 0, 0, 0);
    }

    @Override
    protected void write(Path folder) throws IOException {
      Files.writeString(
          folder.resolve("task.json"),
          """
          {"name": "tags", "labels": ["a", "b"], "prompt": "Which tag? {input}",
           "input_field": "text", "target_field": "label"}
          """);
      Files.writeString(
          folder.resolve("users.json"),
          """
          [{"user_id": "u1", "profile": [{"id": "1", "text": "red", "label": "a"}],
            "query": [{"id": "q1", "input": "blue", "gold": "b"}]},
           {"user_id": "u2", "profile": [{"id": "2", "text": "tall", "label": "b"}],
            "query": [{"id": "q2", "input": "low", "gold": "a"}]}]
          """);
    }
  }
}
