package org.pieceworks.ui.internal.window;

import java.util.List;
import java.util.function.Consumer;
import org.pieceworks.ui.Unsaved;

/**
 * What a view would lose, asked so that an error of the view does not keep the window from closing.
 *
 * @param view is asked
 * @param failed told what it threw
 */
record GuardedUnsaved(Unsaved view, Consumer<Throwable> failed) implements Unsaved {

  @Override
  public List<String> names() {
    try {
      return view.names();
    } catch (RuntimeException | LinkageError e) {
      failed.accept(e);
      return List.of();
    }
  }

  @Override
  public void save(Runnable then) {
    try {
      view.save(then);
    } catch (RuntimeException | LinkageError e) {
      failed.accept(e); // the window stays open
    }
  }

  @Override
  public void discard() {
    try {
      view.discard();
    } catch (RuntimeException | LinkageError e) {
      failed.accept(e);
    }
  }
}
