package org.pieceworks.ui.internal.view.users;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import org.pieceworks.experiment.trial.TrialUsers.Role;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.EmptyState;

/** The map of users with what it is coloured by. */
final class EmbeddingMap extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final double HUNDRED = 100;

  private final transient Texts texts;
  private final PlaneMap map;
  private final JComboBox<Colouring.By> by = new JComboBox<>();
  private final JLabel shares = new JLabel(" ");
  private final JButton embed;
  private final JPanel middle = new JPanel(new BorderLayout());
  private final EmptyState empty;
  private transient UsersData data;
  private transient Plane plane = Plane.EMPTY;
  private boolean filling;

  EmbeddingMap(Texts texts, Consumer<String> chosen, Runnable embedding) {
    super(new BorderLayout());
    this.texts = texts;
    map = new PlaneMap(texts, chosen);
    empty =
        new EmptyState(texts.get("map.empty"), texts.get("map.empty.help"))
            .with(texts.get("embed"), "users-embed-first", embedding);
    embed = new JButton(texts.get("embed"));
    embed.setName("users-embed");
    embed.setToolTipText(texts.get("embed.help"));
    embed.addActionListener(event -> embedding.run());
    by.setName("users-by");
    by.getAccessibleContext().setAccessibleName(texts.get("by"));
    by.setRenderer(
        new DefaultListCellRenderer() {
          private static final long serialVersionUID = 1L;

          @Override
          public java.awt.Component getListCellRendererComponent(
              JList<?> list, Object value, int index, boolean picked, boolean focused) {
            String name = value == null ? "" : texts.get("by." + value);
            return super.getListCellRendererComponent(list, name, index, picked, focused);
          }
        });
    by.addActionListener(event -> paintGroups());
    shares.setName("users-shares");
    shares.putClientProperty("FlatLaf.styleClass", "small");
    JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 6, 2));
    JLabel label = new JLabel(texts.get("by"));
    label.setLabelFor(by);
    line.add(label);
    line.add(by);
    line.add(embed);
    JPanel head = new JPanel(new BorderLayout());
    head.add(line, BorderLayout.LINE_START);
    head.add(shares, BorderLayout.CENTER);
    add(head, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    EmptyState.show(middle, empty);
  }

  void show(UsersData users, Plane points) {
    data = users;
    plane = points;
    Object before = by.getSelectedItem();
    filling = true;
    by.removeAllItems();
    if (!users.roles().isEmpty()) {
      by.addItem(Colouring.By.ROLE);
    }
    if (users.truth().isPresent()) {
      by.addItem(Colouring.By.PERSONA);
    }
    by.addItem(Colouring.By.CLUSTER);
    if (before != null) {
      by.setSelectedItem(before);
    }
    filling = false;
    boolean there = !points.ids().isEmpty();
    by.setEnabled(there);
    embed.setEnabled(there);
    shares.setText(there ? texts.get("shares", points.ids().size(), share(0), share(1)) : " ");
    shares.setToolTipText(shares.getText());
    EmptyState.show(middle, there ? map : empty);
    paintGroups();
  }

  private String share(int dimension) {
    return String.format(Locale.ROOT, "%.0f", HUNDRED * plane.shares()[dimension]);
  }

  private void paintGroups() {
    Colouring.By chosen = (Colouring.By) by.getSelectedItem();
    if (filling || data == null || chosen == null) {
      return;
    }
    Set<String> sharers =
        data.roles().entrySet().stream()
            .filter(entry -> entry.getValue() == Role.SHARER)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    map.show(plane, Colouring.of(plane, data, chosen, texts), sharers);
  }

  void select(String id) {
    map.select(id);
  }
}
