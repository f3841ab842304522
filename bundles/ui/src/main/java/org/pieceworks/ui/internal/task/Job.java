package org.pieceworks.ui.internal.task;

import javax.swing.SwingUtilities;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Progress;
import org.pieceworks.ui.Desk;

/** Work under way. */
public final class Job implements Desk.Task, Progress {

  private final String title;
  private final Runnable changed;
  private volatile boolean cancelled;
  private volatile String state = "";
  private volatile double share = Double.NaN;
  private volatile boolean told;
  private volatile boolean ended;

  Job(String title, Runnable changed) {
    this.title = title;
    this.changed = changed;
  }

  /** What is done. */
  public String title() {
    return title;
  }

  /** How far it is, in words; empty where it does not say. */
  public String state() {
    return state;
  }

  /** How far it is, from 0 to 1; NaN where it does not say. */
  public double share() {
    return share;
  }

  @Override
  public void report(long done, long total, String unit) {
    share = total > 0 ? (double) done / total : Double.NaN;
    state = total > 0 ? "%d of %d %s".formatted(done, total, unit) : done + " " + unit;
    if (!told) {
      told = true; // many reports, one repaint
      SwingUtilities.invokeLater(
          () -> {
            told = false;
            changed.run();
          });
    }
  }

  @Override
  public void checkCancelled() {
    if (cancelled || Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  void end() {
    ended = true;
  }

  /** Whether it is over, whatever came of it. */
  public boolean ended() {
    return ended;
  }
}
