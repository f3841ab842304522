package org.pieceworks.shell.command;

import java.util.concurrent.Callable;
import org.pieceworks.api.CommandLine;
import org.pieceworks.experiment.pool.PoolFolder;
import org.pieceworks.shell.Context;
import org.pieceworks.shell.console.StatusLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Verifies a pool. */
@Command(
    name = "verify",
    description = "Checks every piece against its hash; exits with 1 if any is damaged or missing.")
final class PoolVerify implements Callable<Integer> {

  @ParentCommand private PoolCommand pool;

  @Override
  public Integer call() {
    Context context = pool.context();
    StatusLine status = context.status();
    try {
      PoolFolder.Verified found = pool.folder().verify(Context.progress(status, "verifying"));
      status.clear();
      found.damage().forEach(context::complain);
      context.print(found.sentence());
      return found.damage().isEmpty() ? CommandLine.DONE : CommandLine.FAILED;
    } finally {
      status.clear();
    }
  }
}
