package org.pieceworks.ui.internal.task;

import org.osgi.service.component.ComponentServiceObjects;

/**
 * A service that is made when it is first needed, not when the window opens: some load libraries of
 * hundreds of megabytes.
 */
public final class Late<T> implements AutoCloseable {

  private final ComponentServiceObjects<T> objects;
  private T service;

  /** Takes what makes it. */
  public Late(ComponentServiceObjects<T> objects) {
    this.objects = objects;
  }

  /** The service; takes a while the first time. */
  public synchronized T get() {
    if (service == null) {
      service = objects.getService();
      if (service == null) {
        throw new IllegalStateException(
            objects.getServiceReference() + " has gone: pieceworks doctor tells more");
      }
    }
    return service;
  }

  /** Lets it go. */
  @Override
  public synchronized void close() {
    if (service != null) {
      objects.ungetService(service);
      service = null;
    }
  }
}
