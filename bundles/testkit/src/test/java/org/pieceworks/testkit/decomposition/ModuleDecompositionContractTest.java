package org.pieceworks.testkit.decomposition;

import org.pieceworks.api.decomposition.ConfiguredDecomposition;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.decomposition.ModuleDecomposition;

class ModuleDecompositionContractTest extends DecompositionContract<NoOptions> {

  @Override
  protected ConfiguredDecomposition<NoOptions> decomposition() {
    return new ConfiguredDecomposition<>(new ModuleDecomposition(), new NoOptions());
  }
}
