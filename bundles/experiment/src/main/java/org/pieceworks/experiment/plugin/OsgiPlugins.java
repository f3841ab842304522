package org.pieceworks.experiment.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.pieceworks.api.Plugin;

/** The plug-ins among the services of the framework, as they come and go. */
@Component
public final class OsgiPlugins implements Plugins {

  private final Map<Family, ServiceTracker<Object, Object>> trackers = new EnumMap<>(Family.class);

  /** Begins to watch every family. */
  @Activate
  public OsgiPlugins(BundleContext context) {
    for (Family family : Family.values()) {
      ServiceTracker<Object, Object> tracker =
          new ServiceTracker<>(context, family.type().getName(), null);
      tracker.open();
      trackers.put(family, tracker);
    }
  }

  /** Stops watching. */
  @Deactivate
  void close() {
    trackers.values().forEach(ServiceTracker::close);
  }

  @Override
  public List<PluginEntry> list(Family family) {
    ServiceTracker<Object, Object> tracker = trackers.get(family);
    ServiceReference<Object>[] references = tracker.getServiceReferences();
    if (references == null) {
      return List.of();
    }
    List<ServiceReference<Object>> ranked = new ArrayList<>(List.of(references));
    ranked.sort(Comparator.reverseOrder());
    Set<String> names = new HashSet<>();
    List<PluginEntry> entries = new ArrayList<>();
    for (ServiceReference<Object> reference : ranked) {
      Plugin<?> plugin = family.member(tracker.getService(reference));
      if (plugin != null) {
        boolean shadowed = !names.add(plugin.name());
        entries.add(entry(family, plugin, reference.getBundle(), shadowed));
      }
    }
    entries.sort(
        Comparator.comparing((PluginEntry e) -> e.plugin().name())
            .thenComparing(PluginEntry::shadowed));
    return entries;
  }

  @Override
  public boolean present(Family family, Plugin<?> plugin) {
    Object[] services = trackers.get(family).getServices();
    return services != null && Arrays.stream(services).anyMatch(there -> there == plugin);
  }

  private static PluginEntry entry(
      Family family, Plugin<?> plugin, Bundle bundle, boolean shadowed) {
    // A bundle that leaves between the look and the answer has no bundle any more.
    String name = bundle == null ? "(gone)" : bundle.getSymbolicName();
    String version = bundle == null ? "" : bundle.getVersion().toString();
    return new PluginEntry(family, plugin, name, version, shadowed);
  }
}
