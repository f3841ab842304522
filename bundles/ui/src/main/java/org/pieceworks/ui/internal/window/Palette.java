package org.pieceworks.ui.internal.window;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Keys;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.component.Typing;

/** Finds anything that can be done by a part of its name; made once, since a window takes long. */
final class Palette extends JDialog {

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = Pixels.scaled(520);
  private static final int HEIGHT = Pixels.scaled(360);
  private static final int GAP = 8;
  private static final int TOP = 90;

  /** Something to be found. */
  record Entry(String title, Runnable run) {

    @Override
    public String toString() {
      return title;
    }
  }

  private transient List<Entry> entries = List.of();
  private final DefaultListModel<Entry> found = new DefaultListModel<>();
  private final JList<Entry> list = new JList<>(found);
  private final JTextField field = new JTextField();

  Palette(JFrame owner) {
    super(owner);
    Texts texts = Texts.of(Palette.class);
    setTitle(texts.get("palette.title"));
    setUndecorated(true);
    field.setName("palette-field");
    field.putClientProperty("JTextField.placeholderText", texts.get("palette.prompt"));
    field.getAccessibleContext().setAccessibleName(texts.get("palette.title"));
    list.setName("palette-list");
    JPanel content = new JPanel(new BorderLayout(0, GAP));
    content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    content.add(field, BorderLayout.NORTH);
    content.add(new JScrollPane(list), BorderLayout.CENTER);
    setContentPane(content);
    listen();
    setSize(new Dimension(WIDTH, HEIGHT));
  }

  /** Shows what can be done now. */
  void find(List<Entry> all) {
    entries = List.copyOf(all);
    field.setText("");
    filter();
    setLocation(getOwner().getX() + (getOwner().getWidth() - WIDTH) / 2, getOwner().getY() + TOP);
    setVisible(true);
    field.requestFocusInWindow();
  }

  private void listen() {
    Typing.on(field.getDocument(), this::filter);
    key(KeyEvent.VK_ENTER, this::take);
    key(KeyEvent.VK_ESCAPE, this::giveBack);
    key(KeyEvent.VK_DOWN, () -> move(1));
    key(KeyEvent.VK_UP, () -> move(-1));
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            take();
          }
        });
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowDeactivated(WindowEvent event) {
            setVisible(false);
          }
        });
  }

  private void key(int code, Runnable run) {
    KeyStroke stroke = KeyStroke.getKeyStroke(code, 0);
    Keys.on(getRootPane(), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, stroke, run);
    field.getInputMap().put(stroke, "none");
  }

  private void move(int by) {
    int at = Math.max(0, Math.min(found.size() - 1, list.getSelectedIndex() + by));
    list.setSelectedIndex(at);
    list.ensureIndexIsVisible(at);
  }

  /** Entries with all words of what was typed, in any order. */
  private void filter() {
    String[] words = field.getText().toLowerCase(Locale.ROOT).strip().split("\\s+");
    found.clear();
    for (Entry entry : entries) {
      String title = entry.title().toLowerCase(Locale.ROOT);
      if (List.of(words).stream().allMatch(title::contains)) {
        found.addElement(entry);
      }
    }
    list.setSelectedIndex(0);
  }

  private void take() {
    Entry chosen = list.getSelectedValue();
    if (chosen != null) {
      giveBack();
      chosen.run().run();
    }
  }

  /** Some window managers leave the keyboard with nobody when a dialog goes. */
  private void giveBack() {
    setVisible(false);
    getOwner().requestFocus();
  }
}
