package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Site;

/**
 * One decoder layer's weights.
 *
 * @param projections by module name
 */
record LayerWeights(NDArray inputNorm, NDArray postNorm, Map<String, Projection> projections) {

  static final List<String> MODULES =
      List.of("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj");

  /**
   * A linear map and where it acts.
   *
   * @param weight {@code [out, in]}
   */
  record Projection(Site site, NDArray weight) {}

  static LayerWeights of(Map<String, NDArray> parameters, int layer) {
    Map<String, Projection> projections = new LinkedHashMap<>();
    for (String module : MODULES) {
      Site site = new Site(layer, module);
      projections.put(module, new Projection(site, parameters.get(WeightNames.projection(site))));
    }
    return new LayerWeights(
        parameters.get(WeightNames.inputNorm(layer)),
        parameters.get(WeightNames.postNorm(layer)),
        projections);
  }

  Projection projection(String module) {
    return projections.get(module);
  }
}
