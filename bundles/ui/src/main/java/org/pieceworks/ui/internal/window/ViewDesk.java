package org.pieceworks.ui.internal.window;

import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pieceworks.ui.Act;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Unsaved;
import org.pieceworks.ui.Work;
import org.pieceworks.ui.internal.task.Job;

/** A view's desk: what was asked of it ends with the view. */
final class ViewDesk implements Desk {

  private final Workspace workspace;
  private final String view;
  private final List<Task> tasks = new ArrayList<>();
  private final List<Runnable> ends = new ArrayList<>();
  private final List<Unsaved> unsaved = new ArrayList<>();

  ViewDesk(Workspace workspace, String view) {
    this.workspace = workspace;
    this.view = view;
  }

  /** Takes everything back. */
  void end() {
    workspace.events().forget(this);
    workspace.acts().forget(this);
    tasks.forEach(Task::cancel);
    tasks.clear();
    ends.forEach(Runnable::run);
    ends.clear();
    unsaved.clear();
  }

  /** The panel that it belongs to may be shown in place of what failed. */
  String view() {
    return view;
  }

  @Override
  public void show(String id) {
    workspace.show(id);
  }

  @Override
  public <T> Task background(String title, Work<T> work, Consumer<T> then) {
    return background(title, work, then, error -> failed(title, error));
  }

  @Override
  public <T> Task background(
      String title, Work<T> work, Consumer<T> then, Consumer<Throwable> failed) {
    tasks.removeIf(task -> task instanceof Job job && job.ended());
    Task task = workspace.background().start(title, work, guarded(then), guarded(failed));
    tasks.add(task);
    return task;
  }

  /** What a view does with a result is the view's own affair, errors too. */
  private <T> Consumer<T> guarded(Consumer<T> consumer) {
    return result -> {
      try {
        consumer.accept(result);
      } catch (RuntimeException e) {
        workspace.broken(view, e);
      }
    };
  }

  @Override
  public void failed(String what, Throwable error) {
    workspace.failed(what, error);
  }

  @Override
  public void say(String sentence) {
    workspace.say(sentence);
  }

  @Override
  public void tell(Object event) {
    workspace.events().tell(event);
  }

  @Override
  public <E> void on(Class<E> event, Consumer<E> listener) {
    workspace.events().on(this, event, listener);
  }

  @Override
  public void offer(Act act) {
    workspace.acts().add(this, act);
  }

  @Override
  public void perform(String act) {
    workspace.acts().all().stream()
        .filter(one -> one.id().equals(act))
        .findFirst()
        .ifPresent(one -> one.run().run());
  }

  @Override
  public String remembered(String key, String otherwise) {
    return workspace.preferences().get(view + "." + key, otherwise);
  }

  @Override
  public void remember(String key, String value) {
    workspace.preferences().put(view + "." + key, value);
  }

  @Override
  public void atEnd(Runnable run) {
    ends.add(run);
  }

  @Override
  public void beforeEnd(Unsaved one) {
    unsaved.add(new GuardedUnsaved(one, error -> workspace.broken(view, error)));
  }

  /** What the view would lose. */
  List<Unsaved> unsaved() {
    return List.copyOf(unsaved);
  }

  @Override
  public Window window() {
    return workspace.frame();
  }
}
