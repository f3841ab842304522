package org.pieceworks.methods;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.data.Task;
import org.pieceworks.api.method.Cost;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;

/**
 * A baseline without adapters: the base model's score of each label, shifted by how much more often
 * than others the user gave it. Much of personalization is no more than that.
 */
@Component(service = Method.class)
public final class UserPrior implements Method<UserPriorOptions> {

  @Override
  public String name() {
    return "user-prior";
  }

  @Override
  public String summary() {
    return "The base model, its label scores shifted by the user's own label frequencies; no adapter.";
  }

  @Override
  public Class<UserPriorOptions> optionsType() {
    return UserPriorOptions.class;
  }

  @Override
  public boolean appliesTo(Task task) {
    return !task.labels().isEmpty();
  }

  @Override
  public Serving prepare(MethodContext context, UserPriorOptions options) {
    double[][] bias = LabelFrequencies.of(context).bias(context.targets(), options.pseudoItems());
    Cost cost = new Cost(0, 0, (double) context.task().labels().size() * Float.BYTES);
    return new Serving.Adapted(Optional.empty(), Optional.of(bias), cost, List.of());
  }
}
