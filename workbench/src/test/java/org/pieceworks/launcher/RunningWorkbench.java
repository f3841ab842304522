package org.pieceworks.launcher;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.osgi.framework.BundleContext;

/**
 * Gives tests the context of one framework that all of them share: native libraries load into one
 * class loader only.
 */
public final class RunningWorkbench implements ParameterResolver {

  private record Started(Workbench workbench, List<String> complaints) implements AutoCloseable {

    static Started now() {
      Home home = Distribution.home(System.getProperty("pieceworks.test.home", "framework"));
      List<String> complaints = new ArrayList<>();
      try {
        SystemSettings.of(Distribution.INSTALLATION, home, false, System::getenv)
            .forEach(System::setProperty);
        return new Started(
            Workbench.start(Distribution.INSTALLATION, home, complaints::add), complaints);
      } catch (Exception e) {
        throw new IllegalStateException("The framework does not start", e);
      }
    }

    @Override
    public void close() throws Exception {
      workbench.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == BundleContext.class;
  }

  @Override
  public BundleContext resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class);
    if (!started.complaints().isEmpty()) {
      throw new IllegalStateException(String.join("; ", started.complaints()));
    }
    return started.workbench().context();
  }
}
