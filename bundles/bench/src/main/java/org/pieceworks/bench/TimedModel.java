package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Decoder;

/** A model whose passes are timed, and within them what is done at its sites. */
final class TimedModel {

  private TimedModel() {}

  /**
   * The same model with watches.
   *
   * @param passes runs while the model does
   * @param sites runs while an adaptation does
   */
  static Decoder of(Decoder model, Stopwatch passes, Stopwatch sites) {
    return (Decoder)
        Proxy.newProxyInstance(
            TimedModel.class.getClassLoader(),
            new Class<?>[] {Decoder.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("hidden")) {
                Adaptation adaptation = (Adaptation) arguments[1];
                Adaptation timed =
                    (site, input, output) ->
                        sites.time(() -> adaptation.apply(site, input, output));
                return passes.time(() -> model.hidden((NDArray) arguments[0], timed));
              }
              try {
                return method.invoke(model, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
