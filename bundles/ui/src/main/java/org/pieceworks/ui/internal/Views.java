package org.pieceworks.ui.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.pieceworks.ui.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The views that there are: known as soon as they are offered, made when a window wants them. */
final class Views {

  private static final Logger LOG = LoggerFactory.getLogger(Views.class);

  private final BundleContext framework;
  private final Map<ServiceReference<View>, Optional<View>> views = new LinkedHashMap<>();

  Views(BundleContext framework) {
    this.framework = framework;
  }

  synchronized void add(ServiceReference<View> reference) {
    views.put(reference, Optional.empty());
  }

  /** Forgets a view; empty if it was never made. */
  Optional<View> remove(ServiceReference<View> reference) {
    Optional<View> made;
    synchronized (this) {
      made = views.remove(reference);
    }
    if (made == null || made.isEmpty()) {
      return Optional.empty();
    }
    framework.ungetService(reference);
    return made;
  }

  /** Makes those that are not made yet; one that cannot be made is left out. */
  List<View> make() {
    List<ServiceReference<View>> present;
    synchronized (this) {
      present = List.copyOf(views.keySet());
    }
    List<View> made = new ArrayList<>();
    present.forEach(reference -> make(reference).ifPresent(made::add));
    return made;
  }

  /** Makes one, with all services that it needs: takes a while. */
  Optional<View> make(ServiceReference<View> reference) {
    synchronized (this) {
      Optional<View> made = views.getOrDefault(reference, Optional.empty());
      if (made.isPresent()) {
        return made;
      }
    }
    View view = framework.getService(reference);
    if (view == null) {
      LOG.warn("the view {} cannot be made", reference.getProperty("component.name"));
      return Optional.empty();
    }
    synchronized (this) {
      views.replace(reference, Optional.of(view));
    }
    return Optional.of(view);
  }
}
