package org.pieceworks.shell.doctor;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.experiment.run.RunStore;
import org.pieceworks.shell.Context;

/** The installation: bundles, plug-ins, what was stored. */
final class InstallationExaminers {

  private InstallationExaminers() {}

  static Finding bundles(Context context) {
    BundleContext framework = context.framework();
    if (framework == null) {
      return Finding.limited("no framework is running");
    }
    Bundle[] bundles = framework.getBundles();
    List<String> idle = new ArrayList<>();
    for (Bundle bundle : bundles) {
      int wanted = fragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE;
      if ((bundle.getState() & (wanted | Bundle.STARTING)) == 0) {
        idle.add(bundle.getSymbolicName());
      }
    }
    return idle.isEmpty()
        ? Finding.sound(bundles.length + " active")
        : Finding.unsound("not active: " + String.join(", ", idle));
  }

  private static boolean fragment(Bundle bundle) {
    return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
  }

  static Finding plugins(Context context) {
    Plugins plugins = context.get(Plugins.class);
    List<String> empty = new ArrayList<>();
    int count = 0;
    for (Family family : Family.values()) {
      int members = plugins.list(family).size();
      count += members;
      if (members == 0 && !family.optional()) {
        empty.add(family.title());
      }
    }
    return empty.isEmpty()
        ? Finding.sound(count + " in " + Family.values().length + " families")
        : Finding.unsound("no " + String.join(", no ", empty));
  }

  static Finding runStore(Context context) {
    return Finding.sound(context.get(RunStore.class).list().size() + " runs");
  }
}
