package org.pieceworks.ui;

import java.awt.Window;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What a view may ask of the window that it stands in. All is to be called on the event thread. */
@ProviderType
public interface Desk {

  /** Brings a view to the front, docked where it belongs if it was closed. */
  void show(String view);

  /**
   * Does something on a thread of its own and hands its result back on the event thread. If it
   * fails, the error goes to {@link #failed} and nothing is handed back.
   *
   * @param title what is being done, for the status bar
   */
  <T> Task background(String title, Work<T> work, Consumer<T> then);

  /** The same with a say in what happens if it fails. */
  <T> Task background(String title, Work<T> work, Consumer<T> then, Consumer<Throwable> failed);

  /** Says that something went wrong; the error log keeps it. */
  void failed(String what, Throwable error);

  /** Says something in the status bar for a while. */
  void say(String sentence);

  /** Tells every view that listens: selections and changes that more than one view is about. */
  void tell(Object event);

  /** Listens to events of a type, and is given the last one at once if there was one. */
  <E> void on(Class<E> event, Consumer<E> listener);

  /** Offers something to be done, in the palette and a menu, as long as the view is there. */
  void offer(Act act);

  /** Does what is offered under an id; nothing where nobody offers it now. */
  void perform(String act);

  /** What the view remembered under a key when the window was last open, or something else. */
  String remembered(String key, String otherwise);

  /** Remembers something beyond the end of the window. */
  void remember(String key, String value);

  /** Has something done when the view is gone: timers stopped, listeners taken back. */
  void atEnd(Runnable run);

  /**
   * Has the user asked about something before the window closes; a view that the window lets go of
   * earlier is not asked.
   */
  void beforeEnd(Unsaved unsaved);

  /** The window, for dialogs. */
  Window window();

  /** Something under way. */
  interface Task {

    /** Asks it to stop; nothing is handed back then. */
    void cancel();
  }
}
