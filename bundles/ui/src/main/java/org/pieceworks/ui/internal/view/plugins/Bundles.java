package org.pieceworks.ui.internal.view.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.plugins.BundleRow.Origin;
import org.pieceworks.ui.internal.view.plugins.BundleRow.State;

/** The bundles of the framework; everything here may take a while. */
final class Bundles {

  private static final String OURS = "org.pieceworks.";
  private static final String WRAPPED = OURS + "lib.";
  private static final String SERVICES = "osgi.service";
  private static final String TYPES = "objectClass";
  private static final Set<String> FAMILIES =
      Arrays.stream(Family.values())
          .map(family -> family.type().getName())
          .collect(Collectors.toSet());

  private final BundleContext framework;
  private final Plugins plugins;
  private final ComponentTroubles components;
  private final Path folder;
  private final Texts texts;
  private final Map<Long, String> refusals = new ConcurrentHashMap<>();

  /**
   * Takes the framework.
   *
   * @param folder the user's plug-ins
   */
  Bundles(BundleContext framework, Plugins plugins, ComponentTroubles components, Path folder) {
    this.framework = framework;
    this.plugins = plugins;
    this.components = components;
    this.folder = folder;
    texts = components.texts();
  }

  /** All that there is now. */
  Listing look() {
    List<BundleRow> rows = new ArrayList<>();
    for (Bundle bundle : framework.getBundles()) {
      if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID) {
        rows.add(row(bundle));
      }
    }
    rows.sort(Comparator.comparing(BundleRow::origin).thenComparing(BundleRow::name));
    List<PluginCard> cards = new ArrayList<>();
    for (Family family : Family.values()) {
      plugins.list(family).forEach(entry -> cards.add(PluginCard.of(entry)));
    }
    return new Listing(rows, cards);
  }

  private BundleRow row(Bundle bundle) {
    String name = bundle.getSymbolicName();
    return new BundleRow(
        bundle.getBundleId(),
        name == null ? bundle.getLocation() : name,
        bundle.getVersion().toString(),
        state(bundle),
        origin(bundle),
        !components.of(bundle).isEmpty());
  }

  private static State state(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    if (revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
      return State.FRAGMENT;
    }
    return switch (bundle.getState()) {
      case Bundle.ACTIVE, Bundle.STARTING -> State.ACTIVE;
      case Bundle.INSTALLED, Bundle.UNINSTALLED -> State.UNRESOLVED;
      default -> State.STOPPED;
    };
  }

  private Origin origin(Bundle bundle) {
    String name = String.valueOf(bundle.getSymbolicName());
    if (bundle
        .getLocation()
        .startsWith(folder.toUri().toString().replaceFirst("^file:/+", "file:/"))) {
      return Origin.USER;
    }
    if (!name.startsWith(OURS) || name.startsWith(WRAPPED)) {
      return Origin.LIBRARY;
    }
    List<String> offered = declared(bundle);
    return !offered.isEmpty() && FAMILIES.containsAll(offered) ? Origin.STRATEGY : Origin.WORKBENCH;
  }

  /** The types of the services that a bundle says it offers, whether it is at work or not. */
  private static List<String> declared(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null
        ? List.of()
        : revision.getDeclaredCapabilities(SERVICES).stream()
            .map(capability -> capability.getAttributes().get(TYPES))
            .flatMap(
                types ->
                    types instanceof List<?> list
                        ? list.stream()
                        : java.util.stream.Stream.of(types))
            .map(String::valueOf)
            .distinct()
            .toList();
  }

  /** What is known of a bundle, found out anew. */
  Details details(BundleRow row, Listing listing, List<String> facts) {
    Bundle bundle = framework.getBundle(row.id());
    if (bundle == null) {
      return new Details(row.name(), facts, List.of(), List.of(), List.of(), List.of());
    }
    return new Details(
        row.name(),
        facts,
        troubles(bundle),
        listing.plugins(row),
        offered(bundle),
        packages(bundle));
  }

  private List<String> troubles(Bundle bundle) {
    List<String> troubles = new ArrayList<>();
    if (state(bundle) == State.UNRESOLVED) {
      try {
        // The framework says what is missing when it is asked to start it, and only then.
        bundle.start();
        refusals.remove(bundle.getBundleId());
      } catch (BundleException | IllegalStateException e) {
        refusals.put(bundle.getBundleId(), String.valueOf(e.getMessage()));
      }
    }
    if (state(bundle) != State.ACTIVE && refusals.containsKey(bundle.getBundleId())) {
      troubles.addAll(new Refusal(texts).sentences(refusals.get(bundle.getBundleId())));
    }
    troubles.addAll(components.of(bundle));
    return troubles;
  }

  private static List<String> offered(Bundle bundle) {
    ServiceReference<?>[] references = bundle.getRegisteredServices();
    return references == null
        ? List.of()
        : Arrays.stream(references)
            .flatMap(one -> Arrays.stream((String[]) one.getProperty(Constants.OBJECTCLASS)))
            .distinct()
            .sorted()
            .toList();
  }

  private static List<String> packages(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null
        ? List.of()
        : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
            .map(one -> one.getAttributes())
            .map(
                all ->
                    all.get(PackageNamespace.PACKAGE_NAMESPACE)
                        + " "
                        + all.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
            .distinct()
            .sorted()
            .toList();
  }

  /** Starts a bundle; its refusal is kept for its details. */
  void start(long id) throws BundleException {
    Bundle bundle = framework.getBundle(id);
    try {
      bundle.start();
      refusals.remove(id);
    } catch (BundleException e) {
      refusals.put(id, message(e));
      throw e;
    }
  }

  /** A start that fails in the bundle's own code says why only in its cause. */
  private static String message(BundleException error) {
    return error.getCause() == null || error.getType() == BundleException.RESOLVE_ERROR
        ? String.valueOf(error.getMessage())
        : error.getMessage() + " " + error.getCause();
  }

  /** Stops a bundle until it is started, or the workbench is. */
  void stop(long id) throws BundleException {
    framework.getBundle(id).stop();
  }
}
