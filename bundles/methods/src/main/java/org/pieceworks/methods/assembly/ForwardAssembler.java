package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.Progress;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.assembly.Assembly;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.AssemblyRequest;
import org.pieceworks.api.assembly.AssemblyResult;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.assembly.PieceSearch;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.gating.Readings;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.TokenBatch;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.api.training.BankTrainer;

/**
 * Assembles in forward order, many targets in one pass (Per-Pcs, arXiv 2406.10471, section 3.3).
 */
@Component
public final class ForwardAssembler implements Assembler {

  /**
   * Tokens of a pass, and numbers of its widest state: they bound its memory, since every target's
   * whole history passes at once.
   */
  private static final long PASS_TOKENS = 65_536;

  private static final long PASS_NUMBERS = 1L << 24;

  private final BankTrainer trainer;

  /**
   * Creates an assembler.
   *
   * @param trainer measures losses, for gates that ask for them
   */
  @Activate
  public ForwardAssembler(@Reference BankTrainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public AssemblyResult assemble(
      BaseModel model,
      Adapters adapters,
      ConfiguredGating<?> gating,
      AssemblyRequest request,
      NDManager manager,
      Progress progress) {
    checkSearch(gating, request.options());
    List<List<Example>> histories = histories(request);
    Selections selections = new Selections(request);
    Optional<Bank> made = Optional.empty();
    int from = 0;
    while (from < histories.size()) {
      progress.checkCancelled();
      int to = groupEnd(histories, from, passTokens(model.config()));
      List<String> ids = request.targets().subList(from, to);
      Group group = new Group(ids, histories.subList(from, to), from);
      HistoryLosses losses =
          new HistoryLosses(trainer, model, adapters, request, group.byTarget(), progress);
      Chooser chooser = new Chooser(adapters, gating, request, losses);
      made = assembleGroup(model, chooser, group, selections, manager);
      progress.report(to, histories.size(), "users");
      from = to;
    }
    List<Assembly> assemblies = selections.assemblies();
    Bank bank =
        made.orElseGet(
            () -> expand(assemblies, request.slots(), request.offered(), adapters, manager));
    return new AssemblyResult(assemblies, bank, selections.scores());
  }

  /** A search leaves most pieces without a score, and so cannot do what asks for all of them. */
  private static void checkSearch(ConfiguredGating<?> gating, AssemblyOptions options) {
    if (options.search() == PieceSearch.EXACT) {
      return;
    }
    String all =
        gating.takesAll()
            ? "the gating " + gating.model().name() + ", which takes all pieces"
            : options.topP() > 0
                ? "top-p " + options.topP()
                : options.choice() != ChoiceScope.SLOT ? "choice " + options.choice() : "";
    if (!all.isEmpty()) {
      throw BadInputException.of(
          "assembly.search", "hnsw with " + all, "exact, since that asks for all scores");
    }
  }

  /** Each target's items that carry a label, the most recent ones where the options bound them. */
  private static List<List<Example>> histories(AssemblyRequest request) {
    List<List<Example>> histories = new ArrayList<>();
    for (int t = 0; t < request.targets().size(); t++) {
      List<Example> labelled =
          request.histories().get(t).stream().filter(e -> e.labels() > 0).toList();
      if (labelled.isEmpty()) {
        throw BadInputException.of(
            "target user " + request.targets().get(t),
            "no history item with an answer",
            "at least one");
      }
      int most = request.options().history();
      int skipped = most > 0 ? Math.max(0, labelled.size() - most) : 0;
      histories.add(labelled.subList(skipped, labelled.size()));
    }
    return histories;
  }

  private static long passTokens(ModelConfig config) {
    return Math.min(PASS_TOKENS, PASS_NUMBERS / Math.max(config.width(), config.feedForward()));
  }

  private static int groupEnd(List<List<Example>> histories, int from, long passTokens) {
    long rows = 0;
    long seq = 0;
    int to = from;
    while (to < histories.size()) {
      List<Example> history = histories.get(to);
      rows = Math.max(rows, history.size());
      seq = Math.max(seq, history.stream().mapToInt(e -> e.tokens().length).max().orElse(1));
      if (to > from && (to - from + 1) * rows * seq > passTokens) {
        return to;
      }
      to++;
    }
    return to;
  }

  /**
   * Targets whose histories pass together.
   *
   * @param first the place of the first among all targets
   */
  private record Group(List<String> targets, List<List<Example>> histories, int first) {

    Map<String, List<Example>> byTarget() {
      Map<String, List<Example>> by = new LinkedHashMap<>();
      for (int t = 0; t < targets.size(); t++) {
        by.put(targets.get(t), histories.get(t));
      }
      return by;
    }
  }

  /** The adapters, where one pass made those of all targets. */
  private static Optional<Bank> assembleGroup(
      BaseModel model, Chooser chooser, Group group, Selections selections, NDManager manager) {
    int batch = chooser.request().options().batch();
    int longest = group.histories().stream().mapToInt(List::size).max().orElse(0);
    int size = batch == 0 ? longest : batch;
    for (int start = 0; start < longest; start += size) {
      List<Integer> present = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      List<List<Example>> rows = new ArrayList<>();
      for (int t = 0; t < group.targets().size(); t++) {
        List<Example> history = group.histories().get(t);
        if (start < history.size()) {
          present.add(group.first() + t);
          ids.add(group.targets().get(t));
          rows.add(history.subList(start, Math.min(history.size(), start + size)));
        }
      }
      try (NDManager pass = model.manager().newSubManager();
          TokenBatch tokens = TokenBatch.of(rows, pass)) {
        Readings readings = Readings.of(tokens, rows, pass);
        Chosen chosen = chooser.choose(model, ids, tokens, readings);
        selections.add(present, chosen);
        boolean whole = size >= longest && ids.size() == chooser.request().targets().size();
        if (whole && !chosen.merged().isEmpty()) {
          Bank bank = new Bank(chosen.merged());
          bank.flat().values().forEach(tensor -> tensor.attach(manager));
          return Optional.of(bank);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Bank expand(
      List<Assembly> assemblies,
      List<Slot> slots,
      Map<String, SlotPieces> offered,
      Adapters adapters,
      NDManager manager) {
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    for (Slot slot : slots) {
      SlotPieces pieces = offered.get(slot.key());
      choices.put(slot.key(), assemblies.stream().map(a -> choice(a, slot.key(), pieces)).toList());
    }
    return new Expansion(adapters, assemblies.get(0).form(), slots, offered).of(choices, manager);
  }

  private static Choice choice(Assembly assembly, String slot, SlotPieces offered) {
    List<WeightedPiece> chosen = assembly.pieces().get(slot);
    if (chosen == null) {
      throw new BadInputException("assembly: no pieces for slot " + slot);
    }
    int[] pieces = new int[chosen.size()];
    double[] weights = new double[chosen.size()];
    for (int i = 0; i < pieces.length; i++) {
      int position = offered.position(chosen.get(i).piece());
      if (position < 0) {
        throw BadInputException.of(
            "assembly: slot " + slot,
            "piece " + chosen.get(i).piece(),
            "a piece that the pool still offers");
      }
      pieces[i] = position;
      weights[i] = chosen.get(i).weight();
    }
    return new Choice(pieces, weights);
  }

  @Override
  public byte[] encode(Assembly assembly) {
    return AssemblyCodec.encode(assembly);
  }

  @Override
  public Assembly decode(byte[] bytes) {
    return AssemblyCodec.decode(bytes);
  }
}
