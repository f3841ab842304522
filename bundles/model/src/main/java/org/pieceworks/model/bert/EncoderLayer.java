package org.pieceworks.model.bert;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pieceworks.api.model.Site;

/**
 * One encoder layer's weights.
 *
 * @param prefix where virtual keys and values may stand before its own
 * @param modules by module name
 */
record EncoderLayer(Site prefix, Norm attentionNorm, Norm outputNorm, Map<String, Module> modules) {

  /**
   * A linear map and where it acts.
   *
   * @param weight {@code [out, in]}
   * @param bias {@code [out]}
   */
  record Module(Site site, NDArray weight, NDArray bias) {}

  /** What a layer norm multiplies by and adds, {@code [width]} each. */
  record Norm(NDArray weight, NDArray bias) {

    static Norm of(Map<String, NDArray> parameters, String name) {
      return new Norm(parameters.get(name + ".weight"), parameters.get(name + ".bias"));
    }
  }

  static EncoderLayer of(Map<String, NDArray> parameters, String prefix, int layer) {
    Map<String, Module> modules = new LinkedHashMap<>();
    for (String module : BertNames.MODULES) {
      modules.put(
          module,
          new Module(
              new Site(layer, module),
              parameters.get(prefix + BertNames.weight(layer, module)),
              parameters.get(prefix + BertNames.bias(layer, module))));
    }
    return new EncoderLayer(
        Site.prefix(layer),
        Norm.of(parameters, prefix + BertNames.attentionNorm(layer)),
        Norm.of(parameters, prefix + BertNames.outputNorm(layer)),
        modules);
  }
}
