package org.pieceworks.ui.internal.view.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.option.OptionRow;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.PluginFolder;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.plugins.BundleRow.Origin;
import org.pieceworks.ui.internal.view.plugins.BundleRow.State;
import org.pieceworks.ui.internal.view.plugins.PluginInstall.Offer;

/** What is listed, said and offered of bundles and plug-ins. */
class PluginsModelTest {

  private static final Texts TEXTS = Texts.of(PluginsView.class);
  private static final BundleRow MINE = row("org.example.mine", State.ACTIVE, Origin.USER);
  private static final BundleRow OURS = row("org.pieceworks.shell", State.ACTIVE, Origin.WORKBENCH);
  private static final BundleRow LIBRARY = row("com.example.lib", State.ACTIVE, Origin.LIBRARY);

  @TempDir Path folder;

  private static BundleRow row(String name, State state, Origin origin) {
    return new BundleRow(1, name, "1.0.0", state, origin, false);
  }

  private static PluginCard card(String name, boolean shadowed, OptionRow... options) {
    return new PluginCard(
        Family.METRIC,
        name,
        "Counts <things>.",
        "",
        MINE.name(),
        MINE.version(),
        shadowed,
        List.of(options),
        "");
  }

  @Test
  void onlyWhatTheWorkbenchCanDoWithoutIsStopped() {
    assertTrue(MINE.canStop());
    assertTrue(row("org.pieceworks.gating", State.ACTIVE, Origin.STRATEGY).canStop());
    assertFalse(OURS.canStop());
    assertFalse(LIBRARY.canStop());
    assertTrue(row("org.pieceworks.gating", State.STOPPED, Origin.STRATEGY).canStart());
    assertFalse(row("org.pieceworks.gating", State.ACTIVE, Origin.STRATEGY).canBeReplaced());
    assertTrue(MINE.canBeReplaced());
  }

  @Test
  void librariesAreListedOnDemandOrWhenInTrouble() {
    BundleRow broken = row("com.example.broken", State.UNRESOLVED, Origin.LIBRARY);
    Listing listing = new Listing(List.of(MINE, OURS, LIBRARY, broken), List.of());
    assertEquals(List.of(MINE, OURS, broken), listing.bundles(false));
    assertEquals(List.of(MINE, OURS, LIBRARY, broken), listing.bundles(true));
  }

  @Test
  void pluginsAreFoundByBundleAndByFamily() {
    PluginCard card = card("things", false);
    Listing listing = new Listing(List.of(MINE, OURS), List.of(card));
    assertEquals(List.of(card), listing.plugins(MINE));
    assertEquals(List.of(), listing.plugins(OURS));
    assertEquals(List.of(card), listing.plugins(Family.METRIC));
    assertEquals(List.of(), listing.plugins(Family.METHOD));
  }

  @Test
  void pageShowsWhatThereIsAndNoMarkupOfOthers() {
    OptionRow option =
        new OptionRow("rate", "a number", "0.1", false, "How fast", Optional.empty(), null);
    Details details =
        new Details(
            MINE.name(),
            new Facts(TEXTS).of(MINE),
            List.of("waits for <x>"),
            List.of(card("things", true, option)),
            List.of("org.example.Service"),
            List.of());
    String page = new DetailsPage(TEXTS).of(details);
    for (String part :
        List.of(
            "1.0.0, active, a plug-in of yours",
            "waits for &lt;x>",
            "Counts &lt;things>.",
            "rate",
            "0.1",
            "How fast",
            "a number",
            "Not used",
            "org.example.Service")) {
      assertTrue(page.contains(part), part + " is not in " + page);
    }
    assertFalse(page.contains("Exported packages"));
  }

  @Test
  void missingPackageIsSaidInWords() {
    String message =
        "Unable to resolve x [57](R 57.0): missing requirement [x [57](R 57.0)]"
            + " osgi.wiring.package;"
            + " (&(osgi.wiring.package=org.nowhere)(version>=2.0.0)(!(version>=3.0.0)))";
    List<String> sentences = new Refusal(TEXTS).sentences(message + " " + message);
    assertEquals(
        "No bundle exports the package org.nowhere, version 2.0.0 or newer, older than 3.0.0.",
        sentences.get(0));
    assertEquals(2, sentences.size());
    assertEquals(List.of("of its own"), new Refusal(TEXTS).sentences("of its own"));
  }

  @Test
  void innermostCauseIsWhyAComponentFailed() {
    assertEquals(
        "java.io.IOException: full",
        ComponentTroubles.root("a.B: c\n\tat x\nCaused by: java.io.IOException: full\n\tat y"));
    assertEquals("a.B: c", ComponentTroubles.root("a.B: c\n\tat x"));
  }

  @Test
  void installationNamesBundleAndVersionAndWhatItReplaces() throws IOException {
    Path jar = jar(folder.resolve("some.jar"), "org.example.mine", "1.1.0");
    PluginFolder plugins = new PluginFolder(folder.resolve("plugins"));
    List<Offer> fresh = PluginInstall.read(List.of(jar), plugins);
    assertTrue(PluginInstall.question(fresh).endsWith("\norg.example.mine 1.1.0"));
    plugins.put(fresh.get(0).jar());
    Path next = jar(folder.resolve("next.jar"), "org.example.mine", "2.0.0");
    String question = PluginInstall.question(PluginInstall.read(List.of(next), plugins));
    assertTrue(question.endsWith("\norg.example.mine 2.0.0, in the place of 1.1.0"), question);
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertThrows(BadInputException.class, () -> PluginInstall.read(List.of(jar, text), plugins));
  }

  @Test
  void updateTakesTheSameBundleOnly() throws IOException {
    Path other = jar(folder.resolve("other.jar"), "org.example.other", "1.0.0");
    BadInputException error =
        assertThrows(BadInputException.class, () -> PluginActs.same(other, MINE));
    assertTrue(
        error.getMessage().contains("found org.example.other; expected org.example.mine"),
        error.getMessage());
    Path same = jar(folder.resolve("same.jar"), "org.example.mine", "3.0.0");
    assertEquals("3.0.0", PluginActs.same(same, MINE).version());
  }

  private static Path jar(Path path, String name, String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Bundle-Version", version);
    try (OutputStream out = Files.newOutputStream(path)) {
      new JarOutputStream(out, manifest).close();
    }
    return path;
  }
}
