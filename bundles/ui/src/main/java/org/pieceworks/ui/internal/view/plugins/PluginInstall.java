package org.pieceworks.ui.internal.view.plugins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.experiment.plugin.BundleJar;
import org.pieceworks.experiment.plugin.PluginFolder;
import org.pieceworks.experiment.run.Home;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.component.Question;

/** Puts jars among the user's plug-ins, where the framework finds them, after asking. */
public final class PluginInstall {

  private static final Texts TEXTS = Texts.of(PluginInstall.class);

  private PluginInstall() {}

  /** The user's plug-ins. */
  static PluginFolder folder() {
    return new PluginFolder(Home.ofEnvironment().plugins());
  }

  /** Reads jars, asks about them by name and version, and puts those that are agreed to. */
  public static void begin(Desk desk, List<Path> jars) {
    desk.background(
        TEXTS.get("install.read"),
        progress -> read(jars, folder()),
        offers -> {
          if (agreed(desk, offers)) {
            put(desk, offers);
          }
        });
  }

  /**
   * What is in some jars.
   *
   * @throws BadInputException if one is no bundle
   */
  static List<Offer> read(List<Path> jars, PluginFolder folder) {
    List<Offer> offers = new ArrayList<>();
    for (Path path : jars) {
      BundleJar jar =
          BundleJar.read(path)
              .orElseThrow(
                  () -> BadInputException.of(path.toString(), "no bundle", "a jar that is one"));
      offers.add(new Offer(jar, folder.jars(jar.symbolicName()).stream().findFirst()));
    }
    return offers;
  }

  private static boolean agreed(Desk desk, List<Offer> offers) {
    List<String> answers = List.of(TEXTS.get("install.do"), TEXTS.get("cancel"));
    Question asked = new Question(TEXTS.get("install.title"), question(offers), answers, 0);
    return asked.ask(desk.window()) == 0;
  }

  /** What is asked, a line for each jar. */
  static String question(List<Offer> offers) {
    List<String> lines = new ArrayList<>(List.of(TEXTS.get("install.question")));
    offers.forEach(offer -> lines.add(line(offer)));
    return String.join("\n", lines);
  }

  private static String line(Offer offer) {
    BundleJar jar = offer.jar();
    return offer
        .present()
        .map(old -> TEXTS.get("install.replace", jar.symbolicName(), jar.version(), old.version()))
        .orElseGet(() -> TEXTS.get("install.fresh", jar.symbolicName(), jar.version()));
  }

  private static void put(Desk desk, List<Offer> offers) {
    desk.background(
        TEXTS.get("install.put"),
        progress -> offers.stream().filter(offer -> folder().put(offer.jar())).count(),
        changed ->
            desk.say(
                changed == 0
                    ? TEXTS.get("install.same")
                    : TEXTS.get("install.done", folder().path())));
  }

  /**
   * A jar that may be installed.
   *
   * @param present the one of the same bundle that is there already
   */
  record Offer(BundleJar jar, Optional<BundleJar> present) {}
}
