package org.pieceworks.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.ServiceTracker;

/** A plug-in that is replaced by its next version between two runs of one process. */
@ExtendWith(RunningWorkbench.class)
class HotSwapIT {

  private static final String NAME = "org.pieceworks.sample.gating";
  private static final String EXPERIMENT =
      """
      dataset: {use: personas, users: 20, items: 6, queries: 4}
      split: {base: 8, candidates: 6, targets: 4}
      model:
        embedded: {width: 16, layers: 1, heads: 2, key-value-heads: 2, feed-forward: 32, steps: 20, batch: 8}
      adaptation: {enabled: false}
      training: {rate: 0.1, max-steps: 8}
      sharers: {count: 6, selection: random}
      assembly: {top-k: 1}
      methods: [per-pcs]
      metrics: [accuracy]
      gating: swapped
      """;
  private static final long DEADLINE_IN_MS = 30_000;
  private static final int COLLECTIONS = 60;

  @TempDir Path folder;

  @Test
  void theNewVersionRunsAndTheOldOneIsGone(BundleContext context) throws Exception {
    Path experiment = Files.writeString(folder.resolve("swap.yaml"), EXPERIMENT);
    Path jar = Distribution.INSTALLATION.plugins().resolve("swapped.jar");
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    try {
      Arrival first = new Arrival(context, "before.BeforeGating");
      TestBundle.write(jar, NAME + ".before", NAME, "1.0.0");
      first.await();
      String before = run(context, experiment, "before");
      assertTrue(before.contains("\"bundle " + NAME + "\" : \"1.0.0\""), before);
      WeakReference<ClassLoader> old = loader(context, collected);

      Arrival second = new Arrival(context, "after.AfterGating");
      TestBundle.write(jar, NAME + ".after", NAME, "2.0.0");
      second.await();
      String plugins = InProcess.run(context, "plugins").out();
      assertTrue(plugins.contains("Prefers the last pieces."), plugins);
      assertFalse(plugins.contains("Prefers the first pieces."), plugins);
      String after = run(context, experiment, "after");
      assertTrue(after.contains("\"bundle " + NAME + "\" : \"2.0.0\""), after);
      assertNotEquals(stage(before), stage(after), "gates of the old version were taken");
      assertNotNull(collect(collected), "the old version's classes are still held: " + old.get());
    } finally {
      Files.deleteIfExists(jar);
    }
  }

  private String run(BundleContext context, Path experiment, String out) throws Exception {
    Path results = folder.resolve(out);
    InProcess.Outcome outcome =
        InProcess.run(context, "run", experiment.toString(), "--out", results.toString());
    assertEquals(0, outcome.code(), outcome.out() + outcome.err());
    return Files.readString(results.resolve("provenance.json"));
  }

  /** The key of the stage that made the gates. */
  private static String stage(String provenance) {
    String[] stages = provenance.split("\"stage\" : \"gates\"");
    return stages[1]
        .substring(0, stages[1].indexOf('}'))
        .replaceAll("(?s).*\"key\" : \"(\\w+)\".*", "$1");
  }

  private static WeakReference<ClassLoader> loader(
      BundleContext context, ReferenceQueue<ClassLoader> queue) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> NAME.equals(bundle.getSymbolicName()))
        .map(bundle -> bundle.adapt(BundleWiring.class).getClassLoader())
        .map(loader -> new WeakReference<>(loader, queue))
        .findFirst()
        .orElseThrow();
  }

  private static Object collect(ReferenceQueue<ClassLoader> queue) throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Object gone = queue.remove(100);
      if (gone != null) {
        return gone;
      }
    }
    return null;
  }

  /** Waits for a component, whichever class loader brings it. */
  private static final class Arrival {

    private final CountDownLatch there = new CountDownLatch(1);
    private final ServiceTracker<Object, Object> tracker;

    Arrival(BundleContext context, String component) throws Exception {
      String filter = "(component.name=" + NAME + "." + component + ")";
      tracker =
          new ServiceTracker<>(context, context.createFilter(filter), null) {
            @Override
            public Object addingService(ServiceReference<Object> reference) {
              there.countDown();
              return component;
            }

            @Override
            public void removedService(ServiceReference<Object> reference, Object service) {}
          };
      tracker.open(true);
    }

    void await() throws InterruptedException {
      assertTrue(there.await(DEADLINE_IN_MS, TimeUnit.MILLISECONDS), "it did not arrive");
      tracker.close();
    }
  }
}
