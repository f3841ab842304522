package org.pieceworks.ui.internal.view.errorlog;

import java.awt.BorderLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JToolBar;
import javax.swing.Timer;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Buttons;
import org.pieceworks.ui.component.EmptyState;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.event.ErrorLogged;
import org.pieceworks.ui.internal.log.ErrorLog;

/** A table of errors, and the whole of the selected one beside it. */
final class ErrorLogPanel extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int RENEW_IN_MS = 250;
  private static final double TABLE = 0.5;

  private final transient Texts texts;
  private final transient ErrorLog errors;
  private final ErrorTable table;
  private final JTextArea trace = new JTextArea();
  private final JPanel middle = new JPanel(new BorderLayout());
  private final JButton copy;
  private final JButton clear;
  private final EmptyState empty;
  private final JSplitPane split;
  private final Timer timer = new Timer(RENEW_IN_MS, event -> renew());
  private transient List<ErrorLogged> shown = List.of();

  ErrorLogPanel(ErrorLog errors, Texts texts) {
    super(new BorderLayout());
    this.errors = errors;
    this.texts = texts;
    table = new ErrorTable(texts);
    empty = new EmptyState(texts.get("empty"), texts.get("empty.help"));
    copy = button("copy", this::copy);
    clear = button("clear", errors::clear);
    split = split();
    JToolBar bar = new JToolBar(JToolBar.VERTICAL);
    bar.setFloatable(false);
    bar.add(copy);
    bar.add(clear);
    add(bar, BorderLayout.WEST);
    add(middle, BorderLayout.CENTER);
    table.getSelectionModel().addListSelectionListener(event -> showSelected());
    EmptyState.show(middle, empty);
    renew();
    // An error that comes of showing errors must not show errors: a clock asks for them, none
    // calls.
    timer.start();
  }

  private JSplitPane split() {
    trace.setEditable(false);
    trace.setTabSize(2);
    trace.setName("error-log-trace");
    trace.getAccessibleContext().setAccessibleName(texts.get("trace"));
    JSplitPane both =
        new JSplitPane(
            JSplitPane.HORIZONTAL_SPLIT,
            plain(new JScrollPane(table)),
            plain(new JScrollPane(trace)));
    both.setResizeWeight(TABLE);
    both.setDividerLocation(Pixels.scaled(480));
    return both;
  }

  private static JComponent plain(JScrollPane pane) {
    pane.setBorder(BorderFactory.createEmptyBorder());
    return pane;
  }

  private JButton button(String key, Runnable run) {
    return Buttons.of(texts, "error-log", key, run);
  }

  private void renew() {
    List<ErrorLogged> now = errors.entries();
    if (!now.equals(shown) || now.isEmpty() != (middle.getComponent(0) == empty)) {
      shown = now;
      table.show(now);
      EmptyState.show(middle, now.isEmpty() ? empty : split);
      copy.setEnabled(!now.isEmpty());
      clear.setEnabled(!now.isEmpty());
      showSelected();
    }
    copy.setEnabled(!now.isEmpty());
    clear.setEnabled(!now.isEmpty());
  }

  private void showSelected() {
    String text = table.selected().map(ErrorLogPanel::whole).orElse("");
    if (!text.equals(trace.getText())) {
      trace.setText(text);
      trace.setCaretPosition(0);
    }
  }

  /** All that is known of an error. */
  static String whole(ErrorLogged entry) {
    return entry.trace().isEmpty() ? entry.what() : entry.what() + "\n\n" + entry.trace();
  }

  private void copy() {
    Optional<ErrorLogged> entry = table.selected();
    entry.ifPresent(
        one ->
            Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(one.time() + " " + whole(one)), null));
  }
}
