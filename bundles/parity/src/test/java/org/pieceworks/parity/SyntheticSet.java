package org.pieceworks.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.AssemblyResult;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.AnswerExample;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.Precision;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.pool.HeldPieces;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.decomposition.ModuleDecomposition;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.gating.sigmoid.SigmoidOptions;
import org.pieceworks.lib.djl.Djl;
import org.pieceworks.methods.assembly.ForwardAssembler;
import org.pieceworks.model.CheckpointModels;
import org.pieceworks.peft.lora.Lora;
import org.pieceworks.peft.lora.LoraOptions;
import org.pieceworks.storage.Safetensors;
import org.pieceworks.training.StackedTrainer;

/**
 * A set of other sizes than the golden ones, its numbers from the workbench itself: it shows that
 * sizes are read, not known. Key/value heads are shared and only q, k and the output are adapted.
 */
final class SyntheticSet {

  private static final int SHARERS = 4;
  private static final int RANK = 3;
  private static final int ROWS = 5;
  private static final int SEQ = 9;
  private static final int VOCABULARY = 41;
  private static final int BATCH = 3;
  private static final DecoderConfig CONFIG =
      new DecoderConfig(24, 2, 6, 2, 4, 40, VOCABULARY, 1e-6, 5000, 32, true, 1, 2);
  private static final Map<String, String> MODULES =
      Map.of("q_proj", "wq", "k_proj", "wk", "o_proj", "wo");
  private static final LoraOptions LORA =
      new LoraOptions(RANK, 4, 0, List.of("q_proj", "k_proj", "o_proj"));

  private final SplittableRandom random = new SplittableRandom(5);
  private final ObjectNode manifest = new ObjectMapper().createObjectNode();
  private final NDManager manager;
  private final Path directory;

  private SyntheticSet(Path directory, NDManager manager) {
    this.directory = directory;
    this.manager = manager;
  }

  /** Writes the set. */
  static void write(Path directory) throws IOException {
    Djl djl = new Djl();
    try (NDManager manager = djl.engine().newBaseManager();
        BaseModel model =
            new CheckpointModels(djl)
                .create(CONFIG, directory.resolve("tokenizer.json"), 3, manager)) {
      model.save(directory, Precision.FLOAT32);
      new SyntheticSet(directory, manager).fill(model);
    }
  }

  private void fill(BaseModel model) throws IOException {
    manifest.put("set", "synthetic");
    manifest.put("lora_scale", 4.0 / RANK);
    List<SiteShape> sites =
        model.sites().stream().filter(s -> MODULES.containsKey(s.site().module())).toList();
    sites.forEach(shape -> manifest.withArray("modules_order").add(reference(shape.site())));
    ObjectNode tolerance = manifest.putObject("tolerance");
    for (String kind : List.of("logits", "scores", "weights", "loss")) {
      tolerance.put(kind, 1e-5);
    }
    tolerance.put("selected idx", 0);
    Map<String, NDArray> tensors = new LinkedHashMap<>();
    long[] tokens = tokens();
    tensors.put("history.input_ids", manager.create(tokens, new Shape(ROWS, SEQ)));
    tensors.put("history.labels", manager.create(labels(tokens), new Shape(ROWS, SEQ)));
    tensors.put("query.input_ids", tensors.get("history.input_ids"));
    tensors.put("query.labels", tensors.get("history.labels"));
    List<Slot> slots =
        new ModuleDecomposition()
            .slots(new AdapterPlan(new Lora().form(LORA), sites, model.config()), new NoOptions());
    assembled(model, slots, offered(slots), tokens, tensors);
    Safetensors.write(directory.resolve("assembly.safetensors"), tensors, Map.of());
    Files.write(directory.resolve("manifest.json"), new ObjectMapper().writeValueAsBytes(manifest));
  }

  /** Random sharers: written as the reference has them, returned as the workbench has them. */
  private Map<String, SlotPieces> offered(List<Slot> slots) {
    Map<String, NDArray> written = new LinkedHashMap<>();
    Map<String, SlotPieces> offered = new LinkedHashMap<>();
    for (Slot slot : slots) {
      SiteShape shape = slot.gate();
      String name = reference(shape.site());
      NDArray down = random(SHARERS, RANK, shape.in());
      NDArray up = random(SHARERS, shape.out(), RANK);
      NDArray gate = random(SHARERS, shape.in(), 1);
      written.put(name + ".lora_down.weight", down);
      written.put(name + ".lora_up.weight", up);
      written.put(name + ".input_gate", gate);
      int[] numbers = IntStream.range(0, SHARERS).toArray();
      List<String> sharers = IntStream.of(numbers).mapToObj(s -> "s" + s).toList();
      boolean turned = !shape.site().module().equals("o_proj");
      Map<String, NDArray> factors = new LinkedHashMap<>();
      factors.put("A", down);
      factors.put("B", turned ? halves(up) : up);
      Bank bank = new Bank(Map.of(shape.site(), factors));
      offered.put(slot.key(), new HeldPieces(slot.key(), numbers, sharers, bank, gate.squeeze(2)));
    }
    Safetensors.write(directory.resolve("sharers.safetensors"), written, Map.of());
    return offered;
  }

  /** Rows from adjacent pairs to the two halves of each head, as the manifest of a set words it. */
  private NDArray halves(NDArray up) {
    long out = up.getShape().get(1);
    int head = CONFIG.headWidth();
    return up.reshape(SHARERS, out / head, head / 2, 2, RANK)
        .transpose(0, 1, 3, 2, 4)
        .reshape(SHARERS, out, RANK);
  }

  private void assembled(
      BaseModel model,
      List<Slot> slots,
      Map<String, SlotPieces> offered,
      long[] tokens,
      Map<String, NDArray> tensors) {
    String name = "all_in_two_batches";
    ObjectNode golden = manifest.putObject("scalars").putObject("cases").putObject(name);
    golden.put("topk", SHARERS + 5).put("batch_size", BATCH).put("temperature", 0.5);
    golden.put("epochs", 1).putNull("sample_top_p");
    List<Example> history = examples(tokens);
    List<float[]> scores = new ArrayList<>();
    List<long[]> index = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    for (int from = 0; from < ROWS; from += BATCH) {
      List<Example> rows = history.subList(from, Math.min(ROWS, from + BATCH));
      AssemblyResult one = assemble(model, slots, offered, rows, 0);
      for (int s = 0; s < slots.size(); s++) {
        scores.add(one.scores()[s][0]);
        List<WeightedPiece> chosen = one.assemblies().get(0).pieces().get(slots.get(s).key());
        index.add(chosen.stream().mapToLong(WeightedPiece::piece).toArray());
        weights.add(floats(chosen));
      }
    }
    Shape shape = new Shape(2, slots.size(), SHARERS);
    tensors.put(name + ".scores", manager.create(join(scores), shape));
    tensors.put(name + ".weights", manager.create(join(weights), shape));
    tensors.put(
        name + ".idx",
        manager.create(index.stream().flatMapToLong(java.util.Arrays::stream).toArray(), shape));
    Bank bank = assemble(model, slots, offered, history, BATCH).bank();
    Adaptation adaptation = new Lora().on(model, LORA).adaptation(bank, false);
    NDArray ids = tensors.get("query.input_ids").expandDims(0);
    tensors.put(
        name + ".query_logits",
        model.logits(model.hidden(ids, adaptation)).reshape(ROWS, SEQ, VOCABULARY));
  }

  private AssemblyResult assemble(
      BaseModel model,
      List<Slot> slots,
      Map<String, SlotPieces> offered,
      List<Example> rows,
      int batch) {
    AssemblyOptions options =
        new AssemblyOptions(
            SHARERS + 5, 0.5, 0, 1, 0, 1, ChoiceScope.SLOT, MergeForm.FACTOR_AVERAGE, 0, batch);
    AssemblyRequest request =
        new AssemblyRequest(
            slots, offered, "", List.of("t"), List.of(rows), options, 0, Optional.empty());
    SigmoidOptions gate = new SigmoidOptions(1, 0, 1, 1, 1, 1, SigmoidOptions.Start.ZERO, false);
    return new ForwardAssembler(new StackedTrainer())
        .assemble(
            model,
            new Lora().on(model, LORA),
            new ConfiguredGating<>(new SigmoidGating(), gate),
            request,
            manager,
            Progress.SILENT);
  }

  private static String reference(Site site) {
    return "layers." + site.layer() + ".attention.lora_" + MODULES.get(site.module());
  }

  private long[] tokens() {
    long[] tokens = new long[ROWS * SEQ];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = i % SEQ == 0 ? 1 : 3 + random.nextInt(VOCABULARY - 3);
    }
    return tokens;
  }

  /** The last three tokens of every row carry labels. */
  private static long[] labels(long[] tokens) {
    long[] labels = new long[tokens.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % SEQ >= SEQ - 3 ? tokens[i] : 0;
    }
    return labels;
  }

  private static List<Example> examples(long[] tokens) {
    List<Example> examples = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      int[] own = new int[SEQ];
      boolean[] labelled = new boolean[SEQ];
      for (int t = 0; t < SEQ; t++) {
        own[t] = (int) tokens[row * SEQ + t];
        labelled[t] = t >= SEQ - 3;
      }
      examples.add(new AnswerExample(own, labelled));
    }
    return examples;
  }

  private NDArray random(long... shape) {
    float[] values = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() - 0.5);
    }
    return manager.create(values, new Shape(shape));
  }

  private static float[] floats(List<WeightedPiece> pieces) {
    float[] weights = new float[pieces.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = pieces.get(i).weight();
    }
    return weights;
  }

  private static float[] join(List<float[]> parts) {
    float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
