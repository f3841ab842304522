package org.pieceworks.decomposition;

import java.util.Optional;
import java.util.Set;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.AdapterForm;

/** Whether adapters have anything to tell layers apart by. */
final class Layers {

  private static final Set<String> INPUT = Set.of(Site.PROMPT.module());

  private Layers() {}

  /** What keeps adapters of a form from being divided by layers. */
  static Optional<Unsuited> missing(AdapterForm form) {
    return form.modules().keySet().equals(INPUT)
        ? Optional.of(
            new Unsuited(
                form.peft() + " acts at the input alone and has no layers to tell apart",
                "module or whole, which make one piece of it"))
        : Optional.empty();
  }
}
