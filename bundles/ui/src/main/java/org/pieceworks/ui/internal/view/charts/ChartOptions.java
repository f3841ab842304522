package org.pieceworks.ui.internal.view.charts;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.pieceworks.report.chart.ChartPart;
import org.pieceworks.report.words.Names;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.internal.component.RunBox;

/** What is to be seen: which run, chart, metric, axis and methods. */
final class ChartOptions extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = Pixels.scaled(290);
  private static final int GAP = 10;

  private final transient Texts texts;
  private final transient Runnable changed;
  private final JPanel column = new JPanel();
  private final JComboBox<RunCharts.Kind> kinds = new JComboBox<>();
  private final List<JComboBox<String>> steps = new ArrayList<>();
  private final List<JComponent> rows = new ArrayList<>();
  private final JCheckBox intervals;
  private final JLabel heading;
  private final MethodBoxes methods;
  private final String[] wishes = new String[Choice.NAMES.size()];
  private String kind;
  private boolean filling;

  ChartOptions(Texts texts, RunBox run, String kind, Runnable changed) {
    super(new BorderLayout());
    this.texts = texts;
    this.changed = changed;
    this.kind = kind;
    Arrays.fill(wishes, "");
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    column.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    row("run", run);
    kinds.setRenderer(new KindCells());
    kinds.addActionListener(event -> chosen(() -> this.kind = kind().name()));
    row("kind", kinds);
    for (int i = 0; i < Choice.NAMES.size(); i++) {
      steps.add(step(i));
    }
    intervals = new JCheckBox(texts.get("intervals"), true);
    intervals.setName("charts-intervals");
    intervals.setAlignmentX(LEFT_ALIGNMENT);
    intervals.addActionListener(event -> changed.run());
    heading = new JLabel(texts.get("methods"));
    methods = new MethodBoxes(texts, changed);
    methods.setAlignmentX(LEFT_ALIGNMENT);
    column.add(intervals);
    column.add(Box.createVerticalStrut(GAP));
    column.add(heading);
    column.add(methods);
    JPanel top = new JPanel(new BorderLayout());
    top.add(column, BorderLayout.NORTH);
    JScrollPane scroll =
        new JScrollPane(
            top, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    add(scroll, BorderLayout.CENTER);
    setPreferredSize(new Dimension(WIDTH, 0));
    showDetails(false);
  }

  private JComboBox<String> step(int i) {
    String name = Choice.NAMES.get(i);
    JComboBox<String> box = new JComboBox<>();
    box.setRenderer(new Words(words(name)));
    box.addActionListener(event -> chosen(() -> wishes[i] = (String) box.getSelectedItem()));
    rows.add(row(name, box));
    return box;
  }

  private static Function<String, String> words(String step) {
    return switch (step) {
      case "metric" -> Names::metric;
      case "axis" -> Names::settingWithPath;
      default -> Function.identity();
    };
  }

  private void chosen(Runnable take) {
    if (!filling) {
      take.run();
      changed.run();
    }
  }

  private JComponent row(String key, JComponent field) {
    JLabel label = new JLabel(texts.get(key));
    label.setLabelFor(field);
    field.setName("charts-" + key);
    field.setPreferredSize(new Dimension(WIDTH - 2 * GAP - 2, field.getPreferredSize().height));
    field.setMinimumSize(new Dimension(0, field.getPreferredSize().height));
    JPanel row = new JPanel(new BorderLayout(0, 2));
    row.setBorder(BorderFactory.createEmptyBorder(0, 0, GAP, 0));
    row.setAlignmentX(LEFT_ALIGNMENT);
    row.add(label, BorderLayout.NORTH);
    row.add(field, BorderLayout.CENTER);
    column.add(row);
    return row;
  }

  /** Offers the charts of a run. */
  void show(RunCharts charts) {
    filling = true;
    kinds.setModel(new DefaultComboBoxModel<>(charts.kinds().toArray(RunCharts.Kind[]::new)));
    RunCharts.Kind wanted = charts.kind(kind);
    boolean suits = !wanted.offers().isEmpty();
    kinds.setSelectedItem(suits ? wanted : charts.kind(""));
    filling = false;
  }

  /** The kind of chart that is chosen. */
  RunCharts.Kind kind() {
    return (RunCharts.Kind) kinds.getSelectedItem();
  }

  /** Chooses among the charts of the kind, and offers what there is to choose. */
  Choice choose() {
    Choice choice = Choice.of(kind().offers(), List.of(wishes));
    filling = true;
    for (int i = 0; i < steps.size(); i++) {
      Choice.Step step = choice.steps().get(i);
      steps.get(i).setModel(new DefaultComboBoxModel<>(step.values().toArray(String[]::new)));
      steps.get(i).setSelectedItem(step.chosen());
      rows.get(i).setVisible(step.values().size() > 1);
    }
    filling = false;
    showDetails(choice.offer().isPresent());
    choice.offer().ifPresent(offer -> methods.show(ChartPart.methods(offer.data())));
    intervals.setVisible(
        choice.offer().filter(offer -> ChartPart.hasIntervals(offer.data())).isPresent());
    heading.setVisible(
        choice.offer().filter(o -> !ChartPart.methods(o.data()).isEmpty()).isPresent());
    methods.setVisible(heading.isVisible());
    return choice;
  }

  private void showDetails(boolean there) {
    if (!there) {
      rows.forEach(row -> row.setVisible(false));
    }
    intervals.setVisible(there);
    heading.setVisible(there);
    methods.setVisible(there);
  }

  /** What of a chart is to be seen. */
  ChartPart part() {
    return new ChartPart(methods.hidden(), intervals.isSelected());
  }

  /** Hides nothing. */
  void showAllMethods() {
    methods.showAll();
  }

  private final class KindCells extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      RunCharts.Kind shown = (RunCharts.Kind) value;
      String text =
          shown == null
              ? ""
              : shown.offers().isEmpty()
                  ? texts.get("kind.none", shown.heading())
                  : shown.heading();
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }

  private static final class Words extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, String> words;

    Words(Function<String, String> words) {
      this.words = words;
    }

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text = value == null ? "" : words.apply((String) value);
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }
}
