package org.pieceworks.report.internal.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.assembly.WeightedPiece;
import org.pieceworks.api.chart.ChartData;
import org.pieceworks.api.chart.ChartType;
import org.pieceworks.api.chart.ResultTable;

/** For one target user, from whom the piece at every layer and module comes, and how much of it. */
@Component(service = ChartType.class)
public final class AssemblyMap implements ChartType<AssemblyMapOptions> {

  @Override
  public String name() {
    return "assembly-map";
  }

  @Override
  public String summary() {
    return "For one target user the weights of the chosen pieces by layer, module and sharer.";
  }

  @Override
  public Class<AssemblyMapOptions> optionsType() {
    return AssemblyMapOptions.class;
  }

  @Override
  public List<ChartData> charts(ResultTable results, AssemblyMapOptions options) {
    ResultTable.Example example = results.example();
    if (example == null || example.assembly().pieces().isEmpty()) {
      return List.of();
    }
    Map<String, Double> totals = totals(example);
    List<String> ranked =
        totals.keySet().stream()
            .sorted(Comparator.comparing((String sharer) -> -totals.get(sharer)))
            .toList();
    int others = Math.max(0, ranked.size() - options.sharers());
    List<String> columns = new ArrayList<>(ranked.subList(0, ranked.size() - others));
    if (others > 0) {
      columns.add(others + " others");
    }
    List<String> slots = List.copyOf(example.assembly().pieces().keySet());
    double[][] cells = cells(example, slots, columns);
    String caption =
        "Target user "
            + example.target()
            + ". Each row is a slot in forward order, each column a sharer, the most used first; the colour "
            + "is the weight of that sharer's pieces, empty where none was chosen. "
            + totals.size()
            + " sharers contribute.";
    return List.of(
        new ChartData.HeatMap(
            "Pieces chosen for one target user",
            caption,
            "Sharer",
            slots.stream().allMatch(slot -> words(slot).contains(" "))
                ? "Layer and module"
                : "Slot",
            "Weight",
            slots.stream().map(AssemblyMap::words).toList(),
            columns,
            cells));
  }

  private static double[][] cells(
      ResultTable.Example example, List<String> slots, List<String> columns) {
    double[][] cells = new double[slots.size()][columns.size()];
    for (int row = 0; row < slots.size(); row++) {
      Arrays.fill(cells[row], Double.NaN);
      for (WeightedPiece piece : example.assembly().pieces().get(slots.get(row))) {
        int found = columns.indexOf(sharer(example, piece));
        int column = found < 0 ? columns.size() - 1 : found;
        double before = Double.isNaN(cells[row][column]) ? 0 : cells[row][column];
        cells[row][column] = before + piece.weight();
      }
    }
    return cells;
  }

  private static Map<String, Double> totals(ResultTable.Example example) {
    Map<String, Double> totals = new LinkedHashMap<>();
    for (List<WeightedPiece> pieces : example.assembly().pieces().values()) {
      for (WeightedPiece piece : pieces) {
        totals.merge(sharer(example, piece), (double) piece.weight(), Double::sum);
      }
    }
    return totals;
  }

  private static String sharer(ResultTable.Example example, WeightedPiece piece) {
    return example.sharerOfPiece().getOrDefault(piece.piece(), "piece " + piece.piece());
  }

  /** {@code layers.3.q_proj} as {@code 3 q_proj}, {@code layers.3} as {@code 3}. */
  private static String words(String slot) {
    return slot.startsWith("layers.") ? slot.substring("layers.".length()).replace('.', ' ') : slot;
  }
}
