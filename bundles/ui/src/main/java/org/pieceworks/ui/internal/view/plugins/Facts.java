package org.pieceworks.ui.internal.view.plugins;

import java.util.List;
import org.pieceworks.ui.Texts;

/** The line below a heading. */
record Facts(Texts texts) {

  List<String> of(BundleRow row) {
    return List.of(
        row.version(), texts.get("state." + row.state()), texts.get("fact." + row.origin()));
  }

  List<String> of(PluginCard card) {
    return List.of(card.family().title(), texts.get("fact.bundle", card.bundle(), card.version()));
  }
}
