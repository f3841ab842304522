package org.pieceworks.methods;

import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.method.Trained;

/** One PEFT per user (arXiv 2402.04401): an adapter of one's own, trained on one's own history. */
@Component(service = Method.class)
public final class Oppu implements Method<LabelBiasOptions> {

  @Override
  public String name() {
    return "oppu";
  }

  @Override
  public String summary() {
    return "One PEFT per user: an adapter of their own, trained on their own history.";
  }

  @Override
  public String source() {
    return "Tan et al., Democratizing Large Language Models via Personalized Parameter-Efficient"
        + " Fine-tuning, arXiv 2402.04401";
  }

  @Override
  public Class<LabelBiasOptions> optionsType() {
    return LabelBiasOptions.class;
  }

  @Override
  public Serving prepare(MethodContext context, LabelBiasOptions options) {
    Trained own = context.train(context.targets());
    Cost cost = new Cost(own.secondsPerUser(), 0, own.bank().bytesPerMember());
    return Serving.with(own.bank(), cost).withLabelBias(options.bias(context));
  }
}
