package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.assembly.AssemblyResult;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.pool.SlotPieces;
import org.pieceworks.parity.golden.VectorFile;

/** What was chosen, in the reference's tables: batch by batch, module by module. */
final class ChoiceTable {

  /** The reference writes -1e30 for a sharer that offers nothing. */
  static final float NOT_OFFERED = -1e29f;

  /** The reference writes this where it chose no further piece. */
  private static final int NONE = -1;

  private final Subject subject;
  private final List<AssemblyResult> batches;
  private final Map<String, SlotPieces> offered;
  private final List<Slot> slots;
  private final List<String> modules = new ArrayList<>();
  private final int sharers;

  ChoiceTable(
      Subject subject, List<AssemblyResult> batches, Map<String, SlotPieces> offered, int sharers) {
    this.subject = subject;
    this.batches = batches;
    this.offered = offered;
    this.sharers = sharers;
    slots = subject.slots();
    for (SiteShape shape : subject.modules().values()) {
      modules.add(shape.site().toString());
    }
  }

  /** Compares scores, choices and weights with those under a prefix. */
  void compare(VectorFile file, String prefix, String quantity) {
    compareScores(file, prefix + "scores", quantity + "piece scores");
    compareChoices(file, prefix + "idx", quantity + "chosen pieces");
    compareWeights(file, prefix + "weights", quantity + "weights");
  }

  private void compareScores(VectorFile file, String name, String quantity) {
    if (!file.has(name)) {
      subject.findings().skip(quantity, "the set has none");
      return;
    }
    file.get(name, batches.size(), modules.size(), sharers);
    float[] expected = file.floats(name);
    float[] own = expected.clone();
    double offeredToo = 0;
    for (int b = 0; b < batches.size(); b++) {
      for (int m = 0; m < modules.size(); m++) {
        float[] scores = batches.get(b).scores()[slot(m)][0];
        int from = (b * modules.size() + m) * sharers;
        SlotPieces pieces = offered.get(modules.get(m));
        for (int p = 0; p < scores.length; p++) {
          int at = from + pieces.number(p);
          own[at] = scores[p];
          offeredToo += expected[at] < NOT_OFFERED ? 1 : 0;
        }
        offeredToo += offers(expected, from) == scores.length ? 0 : 1;
      }
    }
    double difference = offeredToo > 0 ? Double.NaN : Findings.greatest(quantity, expected, own);
    subject.findings().add(quantity, "scores", difference, "");
  }

  private int offers(float[] expected, int from) {
    int offers = 0;
    for (int s = 0; s < sharers; s++) {
      offers += expected[from + s] < NOT_OFFERED ? 0 : 1;
    }
    return offers;
  }

  private int slot(int module) {
    for (int s = 0; s < slots.size(); s++) {
      if (slots.get(s).key().equals(modules.get(module))) {
        return s;
      }
    }
    throw new IllegalStateException("no slot " + modules.get(module));
  }

  private List<WeightedPiece> chosen(int batch, int module) {
    return batches.get(batch).assemblies().get(0).pieces().get(modules.get(module));
  }

  private void compareChoices(VectorFile file, String name, String quantity) {
    if (!file.has(name)) {
      subject.findings().skip(quantity, "the set has none");
      return;
    }
    NDArray table = file.get(name, batches.size(), modules.size(), -1);
    int k = (int) table.getShape().get(2);
    long[] expected = file.longs(name);
    int differ = 0;
    String worst = "";
    for (int b = 0; b < batches.size(); b++) {
      for (int m = 0; m < modules.size(); m++) {
        List<WeightedPiece> own = chosen(b, m);
        for (int i = 0; i < Math.max(k, own.size()); i++) {
          long theirs = i < k ? expected[(b * modules.size() + m) * k + i] : NONE;
          long ours = i < own.size() ? own.get(i).piece() : NONE;
          if (theirs != ours) {
            differ++;
            worst = modules.get(m) + ", batch " + b;
          }
        }
      }
    }
    subject.findings().add(quantity, "selected idx", differ, worst);
  }

  private void compareWeights(VectorFile file, String name, String quantity) {
    if (!file.has(name)) {
      subject.findings().skip(quantity, "the set has none");
      return;
    }
    NDArray table = file.get(name, batches.size(), modules.size(), -1);
    int k = (int) table.getShape().get(2);
    float[] expected = file.floats(name);
    float[] own = new float[expected.length];
    for (int b = 0; b < batches.size(); b++) {
      for (int m = 0; m < modules.size(); m++) {
        List<WeightedPiece> chosen = chosen(b, m);
        for (int i = 0; i < Math.min(k, chosen.size()); i++) {
          own[(b * modules.size() + m) * k + i] = chosen.get(i).weight();
        }
      }
    }
    subject.findings().compare(quantity, "weights", expected, own);
  }

  /** Whether another form led to the same choices everywhere. */
  boolean sameChoices(ChoiceTable other) {
    for (int b = 0; b < batches.size(); b++) {
      for (int m = 0; m < modules.size(); m++) {
        List<Integer> own = chosen(b, m).stream().map(WeightedPiece::piece).toList();
        if (!own.equals(other.chosen(b, m).stream().map(WeightedPiece::piece).toList())) {
          return false;
        }
      }
    }
    return true;
  }
}
