package org.pieceworks.testkit.selection;

import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.selection.HdbscanOptions;
import org.pieceworks.selection.HdbscanSelection;

class HdbscanSelectionTest extends SharerSelectionContract<HdbscanOptions> {

  @Override
  protected SharerSelection<HdbscanOptions> selection() {
    return new HdbscanSelection();
  }

  @Override
  protected HdbscanOptions options() {
    return new HdbscanOptions(3, 3);
  }
}
