package org.pieceworks.methods;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.method.Assembled;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;

/** Personalized Pieces (arXiv 2406.10471): an adapter assembled from the sharers' pieces. */
@Component(service = Method.class)
public final class PerPcs implements Method<LabelBiasOptions> {

  @Override
  public String name() {
    return "per-pcs";
  }

  @Override
  public String summary() {
    return "Personalized Pieces: an adapter assembled from the sharers' pool, without training.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471";
  }

  @Override
  public Class<LabelBiasOptions> optionsType() {
    return LabelBiasOptions.class;
  }

  @Override
  public Serving prepare(MethodContext context, LabelBiasOptions options) {
    Assembled assembled = context.assemble();
    Cost cost = new Cost(0, assembled.secondsPerUser(), assembled.bytesPerUser());
    return new Serving.Adapted(
        Optional.of(assembled.bank()), options.bias(context), cost, assembled.assemblies());
  }
}
