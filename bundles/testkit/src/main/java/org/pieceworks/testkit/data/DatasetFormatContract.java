package org.pieceworks.testkit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.User;

/**
 * What every data set format must do. Extend it with your format, and with options under which it
 * gives a few users.
 *
 * @param <O> the options
 */
public abstract class DatasetFormatContract<O extends Record> {

  @TempDir Path folder;

  /** The format under test. */
  protected abstract DatasetFormat<O> format();

  /** Options that are relative to a folder. */
  protected abstract O options();

  /** Writes the files that the options name, where the format reads any. */
  protected void write(Path folder) throws IOException {}

  /** Whether it generates, so that another seed gives another data set. */
  protected boolean generates() {
    return false;
  }

  @BeforeEach
  void prepare() throws IOException {
    write(folder);
  }

  private Dataset read(long seed) {
    return format().read(options(), folder, seed);
  }

  @Test
  void itHasANameASummaryAndItsOptions() {
    assertTrue(format().name().matches("[a-z0-9]+(-[a-z0-9]+)*"), format().name());
    assertFalse(format().summary().isBlank());
    assertEquals(options().getClass(), format().optionsType());
  }

  @Test
  void usersAreToldApart() {
    List<User> users = read(1).users();
    assertFalse(users.isEmpty());
    Set<String> ids = new HashSet<>();
    users.forEach(user -> assertTrue(ids.add(user.id()), user.id()));
  }

  @Test
  void everyUserHasAHistoryAndQueriesWithAnswers() {
    for (User user : read(1).users()) {
      assertFalse(user.history().isEmpty(), user.id());
      assertFalse(user.queries().isEmpty(), user.id());
      Stream.concat(user.history().stream(), user.queries().stream())
          .forEach(
              item -> {
                assertFalse(item.input().isBlank(), user.id());
                assertFalse(item.output().isBlank(), user.id());
              });
    }
  }

  @Test
  void answersAreAmongTheLabels() {
    Dataset dataset = read(1);
    List<String> labels = dataset.task().labels();
    assertEquals(dataset.task().kind() == TaskKind.GENERATION, labels.isEmpty());
    for (User user : dataset.users()) {
      for (Item item : user.queries()) {
        assertTrue(labels.isEmpty() || labels.contains(item.output()), item.output());
      }
    }
  }

  @Test
  void theInstructionShowsTheInput() {
    assertTrue(read(1).task().render("what is asked").contains("what is asked"));
  }

  @Test
  void theSameSeedGivesTheSameAgain() {
    Dataset first = read(1);
    Dataset second = read(1);
    assertEquals(first.hash(), second.hash());
    assertEquals(first.users(), second.users());
    assertEquals(first.task(), second.task());
    assertTrue(first.hash().matches("[0-9a-f]{64}"), first.hash());
  }

  @Test
  void theHashFollowsTheContent() {
    Dataset first = read(1);
    Dataset other = read(2);
    assertEquals(generates(), !first.users().equals(other.users()));
    assertEquals(first.users().equals(other.users()), first.hash().equals(other.hash()));
  }

  @Test
  void whatItKnowsOfUsersIsOfAllOfThem() {
    Dataset dataset = read(1);
    dataset
        .truth()
        .ifPresent(
            truth -> {
              for (User user : dataset.users()) {
                double sum = 0;
                for (double weight : truth.mixtures().get(user.id())) {
                  sum += weight;
                }
                assertEquals(1, sum, 1e-6, user.id());
                int queries = user.queries().size();
                assertEquals(queries, truth.personalAnswers().get(user.id()).size());
                assertEquals(queries, truth.populationAnswers().get(user.id()).size());
              }
            });
  }
}
