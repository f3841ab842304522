package org.pieceworks.testkit.selection;

import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.selection.FacilityLocationSelection;

class FacilityLocationSelectionTest extends SharerSelectionContract<NoOptions> {

  @Override
  protected SharerSelection<NoOptions> selection() {
    return new FacilityLocationSelection();
  }

  @Override
  protected NoOptions options() {
    return new NoOptions();
  }
}
