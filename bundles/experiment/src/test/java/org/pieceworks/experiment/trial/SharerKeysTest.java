package org.pieceworks.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.api.model.PretrainedModel;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.experiment.call.PluginCalls;
import org.pieceworks.experiment.option.Use;
import org.pieceworks.experiment.stage.StageStore;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.model.engine.PyTorchEngine;
import org.pieceworks.pool.H2PiecePools;
import org.pieceworks.selection.KCenterSelection;
import org.pieceworks.selection.OracleSelection;
import org.pieceworks.training.ScratchPretrainer;
import org.pieceworks.training.StackedTrainer;

/** Embeddings and sharers are made anew where what they are made from changes, and only there. */
class SharerKeysTest {

  private static final Task TASK =
      new Task("tags", TaskKind.CLASSIFICATION, List.of("a", "b"), "{input}");
  private static final Split SPLIT = split("base", "target");
  private static final Split OTHER_BASE = split("other", "target");
  private static final Split OTHER_TARGETS = split("base", "other");

  private StageStore store;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new StageStore(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theModelThatServesDecidesWhatItReadsAlone() {
    assertNotEquals(embeddings(new Reads(""), SPLIT, "x"), embeddings(new Reads(""), SPLIT, "y"));
    assertEquals(embeddings(new Reads("1"), SPLIT, "x"), embeddings(new Reads("1"), SPLIT, "y"));
    assertNotEquals(embeddings(new Reads("1"), SPLIT, "x"), embeddings(new Reads("2"), SPLIT, "x"));
  }

  @Test
  void baseUsersDecideTheVectorsOfThoseWhoReadThem() {
    assertEquals(embeddings(new Reads(""), SPLIT, "x"), embeddings(new Reads(""), OTHER_BASE, "x"));
    assertNotEquals(
        embeddings(new Reads("", true), SPLIT, "x"),
        embeddings(new Reads("", true), OTHER_BASE, "x"));
  }

  @Test
  void targetsAndTruthDecideTheSharersOfControlsAlone() {
    SharerSelection<NoOptions> blind = new KCenterSelection();
    assertEquals(sharers(blind, SPLIT, 1), sharers(blind, OTHER_TARGETS, 2));
    SharerSelection<NoOptions> control = new OracleSelection();
    assertEquals(sharers(control, SPLIT, 1), sharers(control, SPLIT, 1));
    assertNotEquals(sharers(control, SPLIT, 1), sharers(control, OTHER_TARGETS, 1));
    assertNotEquals(sharers(control, SPLIT, 1), sharers(control, SPLIT, 2));
  }

  private String embeddings(HistoryEncoder<NoOptions> encoder, Split split, String served) {
    return stages(encoder, scope(split, 1), served).key(split.candidates()).key();
  }

  private String sharers(SharerSelection<NoOptions> selection, Split split, double truth) {
    Scope scope = scope(split, truth);
    Use<SharerSelection<?>> use = new Use<>(selection, new NoOptions());
    return new SelectionStage(scope, stages(new Reads(""), scope, "x"), use, 2).key().key();
  }

  private static EmbeddingStages stages(
      HistoryEncoder<NoOptions> encoder, Scope scope, String served) {
    return new EmbeddingStages(
        scope, new ServedModel(null, null, served, ""), new Use<>(encoder, new NoOptions()));
  }

  private Scope scope(Split split, double truth) {
    Djl djl = new Djl();
    TrialServices services =
        new TrialServices(
            new PyTorchEngine(djl),
            new CheckpointModels(djl),
            new ScratchPretrainer(),
            new StackedTrainer(),
            new H2PiecePools(),
            new ForwardAssembler(new StackedTrainer()));
    Truth known = new Truth(Map.of("u", new double[] {truth}), Map.of(), Map.of());
    Stages stages =
        new Stages(
            store, "engine", "cpu", TrialListener.SILENT, new PluginCalls(family -> List.of()));
    Dataset dataset = new Dataset(TASK, List.of(), "", Optional.of(known));
    return new Scope(services, stages, null, dataset, split, 0);
  }

  private static Split split(String base, String target) {
    return new Split(List.of(user(base)), List.of(user("one"), user("two")), List.of(user(target)));
  }

  private static User user(String id) {
    return new User(id, List.of(new Item(id, "text of " + id, "a")), List.of());
  }

  /**
   * An encoder that reads one thing or another.
   *
   * @param pretrained the hash of its own model; empty: none
   */
  private record Reads(String pretrained, boolean readsBase) implements HistoryEncoder<NoOptions> {

    Reads(String pretrained) {
      this(pretrained, false);
    }

    @Override
    public String name() {
      return "reads";
    }

    @Override
    public String summary() {
      return "Reads.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Optional<PretrainedModel> reads() {
      return pretrained.isEmpty() ? Optional.empty() : Optional.of(new Brought(pretrained));
    }

    @Override
    public float[][] encode(EncodingContext context, NoOptions options) {
      throw new UnsupportedOperationException("only its key is asked for");
    }
  }

  private record Brought(String hash) implements PretrainedModel {

    @Override
    public String name() {
      return "brought";
    }

    @Override
    public String summary() {
      return "Nothing.";
    }

    @Override
    public String license() {
      return "Apache-2.0";
    }

    @Override
    public void writeTo(Path directory) {
      throw new UnsupportedOperationException("only its hash is asked for");
    }
  }
}
