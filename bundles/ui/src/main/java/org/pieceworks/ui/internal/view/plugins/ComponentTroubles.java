package org.pieceworks.ui.internal.view.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.pieceworks.ui.Texts;

/** Why components of a bundle are not at work, which Declarative Services tells only if asked. */
record ComponentTroubles(ServiceComponentRuntime runtime, Texts texts) {

  private static final String CAUSE = "Caused by: ";

  /** One sentence for each that is not at work. */
  List<String> of(Bundle bundle) {
    List<String> troubles = new ArrayList<>();
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
      for (ComponentConfigurationDTO made : runtime.getComponentConfigurationDTOs(component)) {
        add(component, made, troubles);
      }
    }
    return troubles;
  }

  private void add(
      ComponentDescriptionDTO component, ComponentConfigurationDTO made, List<String> troubles) {
    String name = component.name;
    if (made.failure != null && !made.failure.isBlank()) {
      troubles.add(texts.get("component.failed", name, root(made.failure)));
    } else if (made.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
      troubles.add(texts.get("component.configuration", name));
    } else if (made.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
      for (UnsatisfiedReferenceDTO missing : made.unsatisfiedReferences) {
        troubles.add(texts.get("component.waits", name, type(component, missing.name)));
      }
    }
  }

  private static String type(ComponentDescriptionDTO component, String reference) {
    return Arrays.stream(component.references)
        .filter(one -> reference.equals(one.name))
        .map((ReferenceDTO one) -> one.interfaceName)
        .findFirst()
        .orElse(reference);
  }

  /** The innermost cause of a stack trace, in its own words. */
  static String root(String trace) {
    return trace
        .lines()
        .filter(line -> line.startsWith(CAUSE))
        .reduce((first, second) -> second)
        .map(line -> line.substring(CAUSE.length()))
        .orElseGet(() -> trace.lines().findFirst().orElse(""));
  }
}
