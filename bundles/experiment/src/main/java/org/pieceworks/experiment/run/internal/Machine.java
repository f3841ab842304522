package org.pieceworks.experiment.run.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** What a run ran on: versions, operating system, processor. */
final class Machine {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String OURS = "org.pieceworks.";

  private Machine() {}

  static Map<String, String> describe(String engine) {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("engine", engine);
    machine.put(
        "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    machine.put(
        "operating system",
        "%s %s (%s)"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    machine.put("processor", processor());
    machine.put("processor cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    bundles().forEach((name, version) -> machine.put("bundle " + name, version));
    return machine;
  }

  private static String processor() {
    if (!Files.isReadable(PROCESSORS)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /** The workbench's own bundles and those of plug-ins, by symbolic name. */
  private static Map<String, String> bundles() {
    Map<String, String> versions = new TreeMap<>();
    Bundle own = FrameworkUtil.getBundle(Machine.class);
    if (own == null || own.getBundleContext() == null) {
      return versions;
    }
    for (Bundle bundle : own.getBundleContext().getBundles()) {
      String name = bundle.getSymbolicName();
      if (name != null && (name.startsWith(OURS) || offersPlugIns(bundle))) {
        versions.put(name, bundle.getVersion().toString());
      }
    }
    return versions;
  }

  private static boolean offersPlugIns(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    return services != null
        && Arrays.stream(services)
            .flatMap(one -> Arrays.stream((String[]) one.getProperty(Constants.OBJECTCLASS)))
            .anyMatch(type -> type.startsWith(OURS));
  }
}
