package org.pieceworks.testkit.selection;

import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.selection.RandomSelection;

class RandomSelectionTest extends SharerSelectionContract<NoOptions> {

  @Override
  protected SharerSelection<NoOptions> selection() {
    return new RandomSelection();
  }

  @Override
  protected NoOptions options() {
    return new NoOptions();
  }
}
