package org.pieceworks.ui.internal.view.editor;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.Timer;
import org.pieceworks.ui.internal.view.editor.check.Checked;

/** Looks at a text soon after it changed, one look at a time. */
final class Checking {

  private static final int SOON_IN_MS = 350;

  private final Services services;
  private final Supplier<Path> file;
  private final Supplier<String> text;
  private final Consumer<Checked> found;
  private final Timer soon = new Timer(SOON_IN_MS, event -> now());
  private Checked last;
  private boolean looks;
  private boolean ended;

  /**
   * Has not looked yet.
   *
   * @param found told what came of it, unless the text is another by then
   */
  Checking(Services services, Supplier<Path> file, Supplier<String> text, Consumer<Checked> found) {
    this.services = services;
    this.file = file;
    this.text = text;
    this.found = found;
    soon.setRepeats(false);
  }

  /** What came of looking last; null before the first time. */
  Checked last() {
    return last;
  }

  /** Looks once the text stays as it is for a while. */
  void soon() {
    soon.restart();
  }

  /** Looks now, or once the look that is under way is over. */
  void now() {
    if (ended) {
      return;
    }
    soon.stop();
    if (looks) {
      soon.restart();
      return;
    }
    looks = true;
    Path of = file.get();
    String seen = text.get();
    var past = services.past().get();
    String title = services.texts().get("checking", of.getFileName());
    services
        .desk()
        .background(
            title,
            progress -> services.checker().check(of, seen, past),
            this::end,
            error -> {
              looks = false;
              services.desk().failed(title, error);
            });
  }

  private void end(Checked checked) {
    looks = false;
    // Of a text that is another by now, another look is on its way.
    if (!ended && checked.text().equals(text.get())) {
      last = checked;
      found.accept(checked);
    }
  }

  /** Looks no more. */
  void end() {
    ended = true;
    soon.stop();
  }
}
