package org.pieceworks.shell.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.User;
import org.pieceworks.api.method.Method;
import org.pieceworks.api.method.MethodContext;
import org.pieceworks.api.method.Serving;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.ExportBase;
import org.pieceworks.experiment.option.Names;

/** A method that writes one adapter of what it wraps, and serves nobody. */
record ExportingMethod<O extends Record>(
    Method<O> wrapped, Optional<String> user, Path target, BaseModelWatch watch)
    implements Method<O> {

  @Override
  public String name() {
    return wrapped.name();
  }

  @Override
  public String summary() {
    return wrapped.summary();
  }

  @Override
  public Class<O> optionsType() {
    return wrapped.optionsType();
  }

  @Override
  public Serving prepare(MethodContext context, O options) {
    List<String> targets = context.targets().stream().map(User::id).toList();
    String wanted = user.orElse(targets.get(0));
    int member = targets.indexOf(wanted);
    if (member < 0) {
      throw BadInputException.of(
          "--user",
          wanted,
          Names.nearest(wanted, targets).map(nearest -> nearest + ", ").orElse("")
              + "one of the targets of this seed, such as "
              + targets.get(0));
    }
    Bank bank =
        Optional.of(wrapped.prepare(context, options))
            .filter(Serving.Adapted.class::isInstance)
            .flatMap(serving -> ((Serving.Adapted) serving).bank())
            .orElseThrow(
                () ->
                    BadInputException.of("--method", name(), "a method that serves with adapters"));
    context
        .peft()
        .exportTo(
            target, bank, member, ExportBase.of(context.model(), watch.checkpoint().toString()));
    throw new Exported(wanted);
  }

  /** Ends a trial whose adapter is written. */
  static final class Exported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String user;

    Exported(String user) {
      super("exported", null, false, false);
      this.user = user;
    }

    /** Whose adapter it is. */
    String user() {
      return user;
    }
  }
}
