package org.pieceworks.experiment.spec;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pieceworks.api.data.Dataset;
import org.pieceworks.api.data.DatasetFormat;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.data.TaskKind;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.GateFitting;
import org.pieceworks.api.gating.Gates;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.gating.Scoring;
import org.pieceworks.api.gating.SlotActivations;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.option.Option;
import org.pieceworks.api.peft.AdapterForm;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.api.selection.EncodingContext;
import org.pieceworks.api.selection.HistoryEncoder;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.experiment.plugin.FixedPlugins;
import org.pieceworks.experiment.plugin.Plugins;

/** One small plug-in of each family that an experiment file needs. */
final class TestPlugins {

  private TestPlugins() {}

  static Plugins all() {
    return new FixedPlugins(
        List.of(
            new Format(),
            new Peft(),
            new Selection(),
            new Encoder(),
            new Pieces(),
            new Gate("prototype"),
            new Gate("sigmoid"),
            new Serve("non-personalized"),
            new Serve("bag-of-words"),
            new Serve("user-prior"),
            new Serve("peft-retrieval"),
            new Serve("oppu"),
            new Serve("per-pcs")));
  }

  record FormatOptions(
      @Option(
              help = "Task",
              value = "tagging",
              choices = {"tagging", "rating"})
          String task,
      @Option(help = "Users", value = "10", min = 1, max = 100) int users) {}

  record Format() implements DatasetFormat<FormatOptions> {
    @Override
    public String name() {
      return "personas";
    }

    @Override
    public String summary() {
      return "Nobody.";
    }

    @Override
    public Class<FormatOptions> optionsType() {
      return FormatOptions.class;
    }

    @Override
    public Dataset read(FormatOptions options, Path base, long seed) {
      Task task = new Task("none", TaskKind.GENERATION, List.of(), "{input}");
      return new Dataset(task, List.of(), "", Optional.empty());
    }
  }

  record PeftOptions(
      @Option(help = "Rank", value = "8", min = 1, max = 64) int rank,
      @Option(help = "Alpha", value = "8", min = 0, max = 64) double alpha,
      @Option(help = "Modules", value = "q_proj,k_proj") List<String> modules) {}

  record Peft() implements PeftType<PeftOptions> {
    @Override
    public String name() {
      return "lora";
    }

    @Override
    public String summary() {
      return "Adapts nothing.";
    }

    @Override
    public Class<PeftOptions> optionsType() {
      return PeftOptions.class;
    }

    @Override
    public AdapterForm form(PeftOptions options) {
      return new AdapterForm(name(), Map.of(), Optional.empty(), true);
    }

    @Override
    public Adapters on(BaseModel model, PeftOptions options) {
      throw new UnsupportedOperationException("adapts nothing");
    }

    @Override
    public void exportTo(
        Path directory, Bank bank, int member, PeftOptions options, ExportBase base) {
      throw new UnsupportedOperationException("adapts nothing");
    }

    @Override
    public Imported<PeftOptions> importFrom(Path directory, ModelConfig config, NDManager manager) {
      throw new UnsupportedOperationException("adapts nothing");
    }
  }

  record Selection() implements SharerSelection<NoOptions> {
    @Override
    public String name() {
      return "cluster";
    }

    @Override
    public String summary() {
      return "Nobody.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public List<Integer> select(SelectionContext context, NoOptions options) {
      return List.of();
    }
  }

  record Encoder() implements HistoryEncoder<NoOptions> {
    @Override
    public String name() {
      return "base-model";
    }

    @Override
    public String summary() {
      return "Nothing.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public float[][] encode(EncodingContext context, NoOptions options) {
      return new float[0][];
    }
  }

  record Pieces() implements Decomposition<NoOptions> {
    @Override
    public String name() {
      return "module";
    }

    @Override
    public String summary() {
      return "None.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public List<Slot> slots(AdapterPlan plan, NoOptions options) {
      return List.of();
    }
  }

  record Gate(String name) implements GatingModel<NoOptions> {
    @Override
    public String summary() {
      return "None.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Gates fit(GateFitting fitting, NoOptions options) {
      return new Gates(Map.of());
    }

    @Override
    public NDArray score(
        NDArray gates, SlotActivations activations, Scoring scoring, NoOptions options) {
      return gates;
    }
  }

  record Serve(String name) implements Method<NoOptions> {
    @Override
    public String summary() {
      return "Base.";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Serving prepare(MethodContext context, NoOptions options) {
      return Serving.BASE;
    }
  }
}
