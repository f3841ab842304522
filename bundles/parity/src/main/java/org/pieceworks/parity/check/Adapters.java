package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.PeftType;
import org.pieceworks.parity.golden.VectorFile;

/**
 * Whole sharers: their logits with and without gate, merged into the weights, and in Hugging Face
 * PEFT form.
 */
public final class Adapters implements Check {

  private static final String PEFT = "peft";
  private static final String LOGITS = ".query_logits";
  private static final Pattern SHARER = Pattern.compile("sharer(\\d{1,6})(_gated)?\\.query_logits");
  private static final Pattern MEANT = Pattern.compile("sharer (\\d{1,6})");

  @Override
  public String name() {
    return "adapters";
  }

  @Override
  public void run(Subject subject) {
    Optional<VectorFile> file = subject.set().file(AssemblyCases.FILE);
    Optional<Sharers> sharers = Sharers.of(subject);
    if (sharers.isEmpty()) {
      subject.findings().skip("sharers", "the set has none");
    }
    if (file.isPresent() && sharers.isPresent()) {
      logits(subject, file.get(), sharers.get());
      properties(subject, file.get(), sharers.get());
    }
    if (Files.isDirectory(subject.set().directory().resolve(PEFT))) {
      peft(subject, subject.services().lora(), file, sharers);
    } else {
      subject.findings().skip(PEFT, "the set has no adapter in PEFT form");
    }
  }

  private static void logits(Subject subject, VectorFile file, Sharers sharers) {
    for (String name : new TreeSet<>(file.names())) {
      Matcher matcher = SHARER.matcher(name);
      if (!matcher.matches()) {
        continue;
      }
      int sharer = sharer(matcher.group(1), file.where(name), sharers);
      boolean gated = matcher.group(2) != null;
      Bank bank = sharers.one(subject, sharer);
      Adaptation adaptation =
          gated
              ? FrozenAdapterFitting.gated(subject, bank, sharers.gatesOf(sharer))
              : sharers.lora(subject).adaptation(bank, false);
      NDArray own = subject.logits(file.get("query.input_ids", -1, -1), adaptation);
      String quantity = "sharer " + sharer + (gated ? " with its gate" : "") + ": query logits";
      subject.findings().compare(quantity, "logits", file.get(name), own);
    }
  }

  private static int sharer(String digits, String where, Sharers sharers) {
    int sharer = Integer.parseInt(digits);
    if (sharer >= sharers.count()) {
      throw BadInputException.of(
          where, "sharer " + sharer, "one of the " + sharers.count() + " sharers");
    }
    return sharer;
  }

  /** What must hold of any adapter; the manifest says how closely it held in the reference. */
  private static void properties(Subject subject, VectorFile file, Sharers sharers) {
    NDArray ids = file.get("query.input_ids", -1, -1);
    Bank bank = sharers.one(subject, 0);
    if (subject.manifest().has("scalars", "merge_lora_maxdiff")) {
      NDArray hooked = subject.logits(ids, sharers.lora(subject).adaptation(bank, false));
      Map<Site, NDArray> deltas = new LinkedHashMap<>();
      bank.tensors()
          .forEach(
              (site, tensors) ->
                  deltas.put(site, sharers.lora(subject).delta(site, tensors).squeeze(0)));
      try (BaseModel merged = subject.model().merged(deltas)) {
        NDArray own = Subject.logits(merged, ids, Adaptation.NONE);
        subject.findings().compare("sharer 0 merged into the weights", "logits", hooked, own);
      }
    }
    if (subject.manifest().has("scalars", "zero_gate_equals_half_lora_maxdiff")) {
      Map<String, NDArray> zeros = new LinkedHashMap<>();
      sharers.gatesOf(0).forEach((slot, gate) -> zeros.put(slot, gate.zerosLike()));
      NDArray gated = subject.logits(ids, FrozenAdapterFitting.gated(subject, bank, zeros));
      NDArray half = subject.logits(ids, subject.lora(sharers.rank(), 0.5).adaptation(bank, false));
      subject.findings().compare("a zero gate is half the LoRA", "logits", half, gated);
    }
  }

  private static <O extends Record> void peft(
      Subject subject, PeftType<O> lora, Optional<VectorFile> file, Optional<Sharers> sharers) {
    Path directory = subject.set().directory().resolve(PEFT);
    PeftType.Imported<O> imported =
        lora.importFrom(directory, subject.model().config(), subject.manager());
    String where = PEFT + "/adapter_model.safetensors";
    Matcher meant = MEANT.matcher(subject.manifest().at("files", where).toString());
    String digits = meant.find() ? meant.group(1) : "0";
    if (sharers.isEmpty()) {
      subject.findings().skip(PEFT + ": tensors", "the set has no sharers to compare with");
    } else {
      int sharer = sharer(digits, subject.manifest().where("files", where), sharers.get());
      Map<String, float[]> own = new LinkedHashMap<>();
      imported.bank().flat().forEach((name, array) -> own.put(name, array.toFloatArray()));
      Map<String, NDArray> expected = sharers.get().one(subject, sharer).flat();
      subject
          .findings()
          .compare(PEFT + ": tensors of sharer " + sharer, "lora weights", expected, own);
    }
    String logits = "sharer" + digits + LOGITS;
    if (file.isPresent() && file.get().has(logits)) {
      NDArray own =
          subject.logits(
              file.get().get("query.input_ids", -1, -1),
              lora.on(subject.model(), imported.options()).adaptation(imported.bank(), false));
      subject.findings().compare(PEFT + ": query logits", "logits", file.get().get(logits), own);
    } else {
      subject.findings().skip(PEFT + ": query logits", "the set has none");
    }
  }
}
