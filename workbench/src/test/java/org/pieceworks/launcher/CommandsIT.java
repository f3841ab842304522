package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The workbench's own commands inside the framework. */
@ExtendWith(RunningWorkbench.class)
class CommandsIT {

  private static final String PROCESSOR = "org.apache.felix.service.command.CommandProcessor";

  @Test
  void pluginsOfAStrategyBundleLeaveAndReturnWithIt(BundleContext context) throws Exception {
    Bundle gating =
        Arrays.stream(context.getBundles())
            .filter(bundle -> "org.pieceworks.gating".equals(bundle.getSymbolicName()))
            .findFirst()
            .orElseThrow();
    assertTrue(InProcess.run(context, "plugins").out().contains("  prototype "));
    gating.stop();
    try {
      assertFalse(InProcess.run(context, "plugins").out().contains("  prototype "));
      assertEquals(1, InProcess.run(context, "doctor").code());
    } finally {
      gating.start();
    }
    assertTrue(InProcess.run(context, "plugins").out().contains("  prototype "));
  }

  @Test
  void everyPlugInShowsItsOptions(BundleContext context) throws Exception {
    InProcess.Outcome outcome = InProcess.run(context, "plugins", "--json");
    assertEquals(0, outcome.code(), outcome.err());
    for (String option : new String[] {"rank", "tie", "path", "temperature", "min-history"}) {
      assertTrue(outcome.out().contains("\"" + option + "\""), option);
    }
  }

  @Test
  void doctorFindsTheInstallationSound(BundleContext context) throws Exception {
    InProcess.Outcome outcome = InProcess.run(context, "doctor");
    assertEquals(0, outcome.code(), outcome.out() + outcome.err());
  }

  @Test
  void benchListsWhatItMeasures(BundleContext context) throws Exception {
    String list = InProcess.run(context, "bench").out();
    for (String name :
        new String[] {"compare", "generate", "soak", "start", "sweep", "tensor", "train"}) {
      assertTrue(list.lines().anyMatch(line -> line.startsWith(name + " ")), name);
    }
    InProcess.Outcome help = InProcess.run(context, "bench", "start", "--help");
    assertEquals(0, help.code(), help.err());
    assertTrue(help.out().contains("--only"), help.out());
  }

  @Test
  void benchSkipsThePeerWhereThereIsNone(BundleContext context) throws Exception {
    InProcess.Outcome outcome =
        InProcess.run(context, "bench", "compare", "--python", "/nonexistent");
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().contains("skipped: /nonexistent cannot be started"), outcome.out());
    assertTrue(outcome.out().contains("--python or PIECEWORKS_PYTHON"), outcome.out());
  }

  @Test
  void benchNamesItsPartsWhereNoneIsMeant(BundleContext context) throws Exception {
    InProcess.Outcome outcome = InProcess.run(context, "bench", "generate", "--only", "batch 7");
    assertEquals(2, outcome.code(), outcome.out());
    assertTrue(outcome.err().contains("base, batch 1; adapted, batch 1"), outcome.err());
  }

  @Test
  void badInputIsOneLine(BundleContext context) throws Exception {
    InProcess.Outcome outcome = InProcess.run(context, "run", "nowhere.yaml");
    assertEquals(2, outcome.code());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  @Test
  void commandsAreThoseOfTheFrameworksShell(BundleContext context) throws Exception {
    ServiceReference<?> reference = context.getAllServiceReferences(PROCESSOR, null)[0];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AutoCloseable session =
        (AutoCloseable)
            InProcess.method(reference, PROCESSOR, "createSession")
                .invoke(context.getService(reference), InputStream.nullInputStream(), out, out)) {
      Method execute = session.getClass().getMethod("execute", CharSequence.class);
      execute.setAccessible(true);
      execute.invoke(session, "pieceworks:data inspect personas --set users=10");
      execute.invoke(session, "pieceworks:devices");
      Method get = session.getClass().getMethod("get", String.class);
      get.setAccessible(true);
      assertEquals(0, get.invoke(session, "exit"));
    }
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("history items a user"), text);
    assertTrue(text.contains("PyTorch"), text);
  }
}
