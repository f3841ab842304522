package org.pieceworks.api.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** An adaptation that looks at each position by itself. */
record PositionwiseAdaptation(Adaptation each) implements Adaptation {

  @Override
  public NDArray apply(Site site, NDArray input, NDArray output) {
    return each.apply(site, input, output);
  }

  @Override
  public List<NDArray> applyAll(List<Site> sites, NDArray input, List<NDArray> outputs) {
    return each.applyAll(sites, input, outputs);
  }

  @Override
  public boolean positionwise() {
    return true;
  }
}
