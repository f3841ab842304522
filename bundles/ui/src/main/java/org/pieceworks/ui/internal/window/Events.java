package org.pieceworks.ui.internal.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Who listens to what; all on the event thread. */
final class Events {

  private record Listener(Object owner, Consumer<Object> consumer) {}

  private final Map<Class<?>, List<Listener>> listeners = new HashMap<>();
  private final Map<Class<?>, Object> last = new HashMap<>();
  private final BiConsumer<Object, RuntimeException> failed;

  /**
   * Nobody listens yet.
   *
   * @param failed told of an owner whose listener throws; the others hear the event all the same
   */
  Events(BiConsumer<Object, RuntimeException> failed) {
    this.failed = failed;
  }

  <E> void on(Object owner, Class<E> type, Consumer<E> listener) {
    Listener added = new Listener(owner, event -> listener.accept(type.cast(event)));
    listeners.computeIfAbsent(type, t -> new ArrayList<>()).add(added);
    if (last.containsKey(type)) {
      hear(added, last.get(type));
    }
  }

  void tell(Object event) {
    last.put(event.getClass(), event);
    for (Listener one : List.copyOf(listeners.getOrDefault(event.getClass(), List.of()))) {
      hear(one, event);
    }
  }

  private void hear(Listener listener, Object event) {
    try {
      listener.consumer().accept(event);
    } catch (RuntimeException e) {
      failed.accept(listener.owner(), e);
    }
  }

  void forget(Object owner) {
    listeners.values().forEach(all -> all.removeIf(one -> one.owner() == owner));
  }
}
