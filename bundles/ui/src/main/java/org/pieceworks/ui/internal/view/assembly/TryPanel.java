package org.pieceworks.ui.internal.view.assembly;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.pieceworks.api.data.Item;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.internal.trial.HeldTrial;
import org.pieceworks.ui.internal.trial.LazyTrial;

/** An input and what three methods answer to it, side by side. */
final class TryPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final List<String> METHODS = List.of("non-personalized", "oppu", "per-pcs");
  private static final int BRIEF = 120;

  private final transient Desk desk;
  private final transient Texts texts;
  private final transient HeldTrial held;
  private final JComboBox<Item> queries = new JComboBox<>();
  private final JTextArea input = new JTextArea(2, 30);
  private final JLabel truth = new JLabel(" ");
  private final JButton answer;
  private final Map<String, AnswerColumn> columns = new LinkedHashMap<>();
  private int target;
  private int asked;

  TryPanel(Desk desk, Texts texts, HeldTrial held) {
    super(new BorderLayout(4, 4));
    this.desk = desk;
    this.texts = texts;
    this.held = held;
    answer = new JButton(texts.get("answer"));
    answer.setName("assembly-answer");
    answer.setToolTipText(texts.get("answer.help"));
    answer.addActionListener(event -> answer());
    add(head(), BorderLayout.NORTH);
    add(body(), BorderLayout.CENTER);
    setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
  }

  private JPanel head() {
    queries.setName("assembly-query");
    queries.getAccessibleContext().setAccessibleName(texts.get("query"));
    queries.setRenderer(new Brief());
    queries.setPrototypeDisplayValue(new Item("", "x".repeat(30), ""));
    queries.addActionListener(event -> fill());
    JLabel label = new JLabel(texts.get("query"));
    label.setLabelFor(queries);
    JPanel head = new JPanel(new BorderLayout(6, 0));
    head.add(label, BorderLayout.LINE_START);
    head.add(queries, BorderLayout.CENTER);
    return head;
  }

  private JPanel body() {
    input.setName("assembly-input");
    input.getAccessibleContext().setAccessibleName(texts.get("input"));
    input.setLineWrap(true);
    input.setWrapStyleWord(true);
    KeyStroke keys = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK);
    Keys.on(input, WHEN_FOCUSED, keys, this::answer);
    truth.setName("assembly-truth");
    JPanel line = new JPanel(new BorderLayout(8, 0));
    line.add(truth, BorderLayout.CENTER);
    line.add(answer, BorderLayout.LINE_END);
    JPanel asking = new JPanel(new BorderLayout(0, 4));
    JScrollPane scroll = new JScrollPane(input);
    scroll.setMinimumSize(new Dimension(0, input.getPreferredSize().height));
    asking.add(scroll, BorderLayout.CENTER);
    asking.add(line, BorderLayout.SOUTH);
    JPanel answers = new JPanel(new GridLayout(1, METHODS.size()));
    for (String method : METHODS) {
      AnswerColumn column = new AnswerColumn(texts, method);
      columns.put(method, column);
      answers.add(column);
    }
    JPanel body = new JPanel(new BorderLayout(0, 2));
    body.add(asking, BorderLayout.NORTH);
    body.add(answers, BorderLayout.CENTER);
    return body;
  }

  /** Offers a target's queries, the first of them to begin with. */
  void show(int number, List<Item> own) {
    target = number;
    asked++;
    queries.removeAllItems();
    own.forEach(queries::addItem);
    queries.setEnabled(!own.isEmpty());
    fill();
  }

  private void fill() {
    columns.values().forEach(AnswerColumn::clear);
    Item query = (Item) queries.getSelectedItem();
    input.setText(query == null ? "" : query.input());
    input.setCaretPosition(0);
    truth.setText(query == null ? " " : texts.get("truth", brief(query.output())));
    truth.setToolTipText(query == null ? null : query.output());
  }

  /** The answer that the target gave to what is typed; empty where it is not one of theirs. */
  private String truth() {
    Item query = (Item) queries.getSelectedItem();
    return query != null && query.input().equals(input.getText()) ? query.output() : "";
  }

  private void answer() {
    String text = input.getText();
    if (text.isBlank()) {
      desk.say(texts.get("input.empty"));
      return;
    }
    held.ask().ifPresent(trial -> answer(trial, text, ++asked));
  }

  private void answer(LazyTrial trial, String text, int number) {
    String known = truth();
    int of = target;
    columns.forEach(
        (method, column) -> {
          column.waits();
          desk.background(
              texts.get("answering.by", texts.get("method." + method)),
              progress -> trial.with(progress, served -> served.answer(method, of, text, progress)),
              reply -> {
                if (asked == number) {
                  column.show(reply, known);
                }
              },
              error -> {
                if (asked == number) {
                  column.fail(String.valueOf(error.getMessage()));
                }
              });
        });
  }

  private static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= BRIEF ? line : line.substring(0, BRIEF - 1) + "\u2026";
  }

  /** Queries on one line. */
  private static final class Brief extends DefaultListCellRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      Object shown = value instanceof Item item ? brief(item.input()) : " ";
      return super.getListCellRendererComponent(list, shown, index, selected, focused);
    }
  }
}
