package org.pieceworks.testkit.selection;

import org.pieceworks.api.selection.SharerSelection;
import org.pieceworks.selection.ClusterOptions;
import org.pieceworks.selection.ClusterSelection;

class ClusterSelectionTest extends SharerSelectionContract<ClusterOptions> {

  @Override
  protected SharerSelection<ClusterOptions> selection() {
    return new ClusterSelection();
  }

  @Override
  protected ClusterOptions options() {
    return new ClusterOptions(0, 30);
  }
}
