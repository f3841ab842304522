package org.pieceworks.ui.internal.window;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.internal.task.Job;

/** The line at the bottom: the last thing said, and what is under way. */
final class StatusBar extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int SAID_IN_MS = 10_000;
  private static final int SHOWN_AFTER_MS = 500;
  private static final int BAR = Pixels.scaled(140);
  private static final int GAP = 8;
  private static final int PER_MILLE = 1000;

  private final transient Texts texts = Texts.of(StatusBar.class);
  private final JLabel said = new JLabel(" ");
  private final JLabel work = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, PER_MILLE);
  private final JButton cancel = new JButton(texts.get("status.cancel"));
  private final Timer fade = new Timer(SAID_IN_MS, event -> said.setText(" "));
  private final Timer soon = new Timer(SHOWN_AFTER_MS, event -> showNow());
  private transient List<Job> all = List.of();
  private transient Job shown;

  StatusBar() {
    super(new BorderLayout(GAP, 0));
    setName("status");
    setBorder(BorderFactory.createEmptyBorder(2, GAP, 2, GAP));
    said.setName("status-said");
    work.setName("status-work");
    fade.setRepeats(false);
    bar.setPreferredSize(new Dimension(BAR, bar.getPreferredSize().height));
    cancel.putClientProperty("JButton.buttonType", "borderless");
    cancel.addActionListener(event -> shown.cancel());
    JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, GAP, 0));
    right.add(work);
    right.add(bar);
    right.add(cancel);
    add(said, BorderLayout.CENTER);
    add(right, BorderLayout.EAST);
    soon.setRepeats(false);
    setPreferredSize(new Dimension(0, getPreferredSize().height)); // the same with and without work
    show(List.of());
  }

  void say(String sentence) {
    said.setText(sentence);
    said.setToolTipText(sentence);
    fade.restart();
  }

  /** What takes only a moment is not shown at all. */
  void show(List<Job> jobs) {
    all = jobs;
    if (jobs.isEmpty() || work.isVisible()) {
      soon.stop();
      showNow();
    } else if (!soon.isRunning()) {
      soon.start();
    }
  }

  private void showNow() {
    boolean busy = !all.isEmpty();
    work.setVisible(busy);
    bar.setVisible(busy);
    cancel.setVisible(busy);
    if (!busy) {
      return;
    }
    shown = all.get(0);
    String others = all.size() > 1 ? texts.get("status.more", all.size() - 1) : "";
    work.setText(shown.title() + others);
    work.setToolTipText(shown.state());
    bar.setIndeterminate(Double.isNaN(shown.share()));
    bar.setValue((int) (PER_MILLE * (Double.isNaN(shown.share()) ? 0 : shown.share())));
  }
}
