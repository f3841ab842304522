package org.pieceworks.parity.check;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.assembly.AssemblyOptions;
import org.pieceworks.api.assembly.ChoiceScope;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.parity.golden.Manifest;
import org.pieceworks.parity.golden.VectorFile;

/**
 * One assembly case of a set.
 *
 * @param name its key in the manifest
 * @param epochs per epoch the history's rows, in the order in which its batches were made
 * @param batch rows a batch; batches do not cross epochs
 * @param candidates per slot key the sharers that offer a piece, ascending; empty: all
 */
record AssemblyCase(
    String name,
    List<List<Example>> epochs,
    int batch,
    int topK,
    double temperature,
    double topP,
    double nucleusTemperature,
    Map<String, int[]> candidates) {

  static AssemblyCase of(Subject subject, VectorFile file, String name, List<Example> history) {
    Manifest manifest = subject.manifest();
    String[] at = {"scalars", "cases", name};
    int batch = manifest.integer(history.size(), key(at, "batch_size"));
    if (batch < 1) {
      throw BadInputException.of(
          manifest.where(key(at, "batch_size")), Integer.toString(batch), "at least 1");
    }
    return new AssemblyCase(
        name,
        epochs(file, name, history, manifest.integer(1, key(at, "epochs"))),
        batch,
        manifest.integer(1, key(at, "topk")),
        manifest.number(1, key(at, "temperature")),
        manifest.number(0, key(at, "sample_top_p")),
        manifest.number(1, key(at, "sample_temperature")),
        candidates(subject, file, name));
  }

  private static String[] key(String[] at, String last) {
    String[] key = Arrays.copyOf(at, at.length + 1);
    key[at.length] = last;
    return key;
  }

  private static List<List<Example>> epochs(
      VectorFile file, String name, List<Example> history, int count) {
    String tensor = name + ".history_order";
    List<List<Example>> epochs = new ArrayList<>();
    if (!file.has(tensor)) {
      for (int e = 0; e < count; e++) {
        epochs.add(history);
      }
      return epochs;
    }
    NDArray order = file.get(tensor, count, history.size());
    long[] rows = file.longs(tensor);
    for (int e = 0; e < order.getShape().get(0); e++) {
      List<Example> epoch = new ArrayList<>();
      for (int r = 0; r < history.size(); r++) {
        long row = rows[e * history.size() + r];
        if (row < 0 || row >= history.size()) {
          throw BadInputException.of(
              file.where(tensor), "row " + row, "rows from 0 to " + (history.size() - 1));
        }
        epoch.add(history.get((int) row));
      }
      epochs.add(epoch);
    }
    return epochs;
  }

  /** Who offers, as the candidates say, or else the scores: -1e30 marks those who do not. */
  private static Map<String, int[]> candidates(Subject subject, VectorFile file, String name) {
    Map<String, int[]> candidates = new LinkedHashMap<>();
    List<SiteShape> modules = List.copyOf(subject.modules().values());
    for (int m = 0; m < modules.size(); m++) {
      int[] own =
          file.has(name + ".candidates")
              ? drawn(file, name + ".candidates", m, modules.size())
              : scored(file, name + ".scores", m, modules.size());
      if (own.length > 0) {
        candidates.put(modules.get(m).site().toString(), own);
      }
    }
    return candidates;
  }

  private static int[] drawn(VectorFile file, String tensor, int module, int modules) {
    int count = (int) file.get(tensor, modules, -1).getShape().get(1);
    return Arrays.stream(file.longs(tensor), module * count, (module + 1) * count)
        .mapToInt(Math::toIntExact)
        .sorted()
        .distinct()
        .toArray();
  }

  private static int[] scored(VectorFile file, String tensor, int module, int modules) {
    if (!file.has(tensor)) {
      return new int[0];
    }
    int sharers = (int) file.get(tensor, -1, modules, -1).getShape().get(2);
    float[] scores = file.floats(tensor); // the first batch comes first
    return IntStream.range(0, sharers)
        .filter(sharer -> scores[module * sharers + sharer] > ChoiceTable.NOT_OFFERED)
        .toArray();
  }

  /** Every batch by itself, in the order in which the reference saw them. */
  List<List<Example>> batches() {
    List<List<Example>> batches = new ArrayList<>();
    for (List<Example> epoch : epochs) {
      for (int from = 0; from < epoch.size(); from += batch) {
        batches.add(epoch.subList(from, Math.min(epoch.size(), from + batch)));
      }
    }
    return batches;
  }

  /** The options, one selection over all rows. */
  AssemblyOptions options(MergeForm form) {
    return options(form, 0);
  }

  /** The options, one selection per batch. */
  AssemblyOptions batchedOptions(MergeForm form) {
    return options(form, batch);
  }

  private AssemblyOptions options(MergeForm form, int batch) {
    return new AssemblyOptions(
        topK, temperature, topP, nucleusTemperature, 0, 1, ChoiceScope.SLOT, form, 0, batch);
  }
}
