package org.pieceworks.testkit.decomposition;

import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.decomposition.LayerDecomposition;

class LayerDecompositionContractTest extends DecompositionContract<NoOptions> {

  @Override
  protected ConfiguredDecomposition<NoOptions> decomposition() {
    return new ConfiguredDecomposition<>(new LayerDecomposition(), new NoOptions());
  }
}
