package org.pieceworks.experiment.call;

import java.lang.reflect.Proxy;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.CancelledException;
import org.pieceworks.api.Plugin;
import org.pieceworks.experiment.plugin.Family;
import org.pieceworks.experiment.plugin.Plugins;

/**
 * The calls of plug-ins in one trial. What a plug-in throws, and what it gives that its contract
 * rules out, is an error that names it; one that has left is not called any more; and whoever
 * watches the trial sees which call does not return.
 */
public final class PluginCalls {

  private final Plugins plugins;
  // Innermost first: a method's call asks for stages, which call other plug-ins.
  private final Deque<String> open = new ConcurrentLinkedDeque<>();
  private volatile long sign = System.nanoTime();
  private volatile boolean abandoned;

  /** Calls plug-ins as long as they are among those that are there. */
  public PluginCalls(Plugins plugins) {
    this.plugins = plugins;
  }

  /** A plug-in of a family that is called through here, as are the adapters that it gives. */
  public Plugin<?> guard(Family family, Plugin<?> plugin) {
    PluggedIn member = new PluggedIn(family, plugin, family.title() + " " + plugin.name());
    return (Plugin<?>) guard(member, family.type(), plugin);
  }

  private Object guard(PluggedIn member, Class<?> type, Object target) {
    Guard guard = new Guard(this, member, target);
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, guard);
  }

  /** The plug-in itself, where it is guarded. */
  public static Plugin<?> behind(Plugin<?> plugin) {
    return (Plugin<?>) Guard.behind(plugin);
  }

  /**
   * Notes that the trial is alive.
   *
   * @throws CancelledException if nobody waits for it any more
   */
  public void sign() {
    checkAbandoned();
    sign = System.nanoTime();
  }

  /** Returns normally while somebody waits for the trial. */
  public void checkAbandoned() {
    if (abandoned) {
      throw new CancelledException();
    }
  }

  /** Lets the trial end at its next sign or call, whatever becomes of the one under way. */
  public void abandon() {
    abandoned = true;
  }

  /** The innermost call under way if the trial gave no sign for so long. */
  public Optional<String> stalled(long nanos) {
    return System.nanoTime() - sign > nanos
        ? Optional.ofNullable(open.peekFirst())
        : Optional.empty();
  }

  /** The error of a trial that was given up for a call that did not return. */
  public static PluginException unreturned(String plugin, String bound) {
    return new PluginException(plugin, "it neither returned nor reported progress for " + bound);
  }

  /** Makes one call. */
  Object make(PluggedIn member, Call call) {
    sign();
    if (!plugins.present(member.family(), member.plugin())) {
      throw new PluginException(member.title(), "left while the trial ran");
    }
    open.push(member.title());
    Object product;
    try {
      product = call.make();
    } catch (Throwable e) {
      checkAbandoned();
      throw failure(member, e);
    } finally {
      open.removeFirstOccurrence(member.title());
    }
    // What comes after the trial was given up may be a half: the call was interrupted.
    sign();
    Class<?> type = Guard.typeOf(product);
    return type == null ? product : guard(member, type, product);
  }

  private static RuntimeException failure(PluggedIn member, Throwable e) {
    if (e instanceof BadInputException
        || e instanceof CancelledException
        || e instanceof PluginException) {
      return (RuntimeException) e;
    }
    if (e instanceof VirtualMachineError error && !(e instanceof StackOverflowError)) {
      throw error;
    }
    String fault =
        e instanceof WrongProduct ? e.getMessage() : e.toString().replaceFirst("^[\\w.$]*\\.", "");
    return new PluginException(member.title(), fault, e);
  }

  /**
   * A plug-in.
   *
   * @param title its family and name
   */
  record PluggedIn(Family family, Plugin<?> plugin, String title) {}

  /** What is called. */
  @FunctionalInterface
  interface Call {

    /** Calls it and looks at what it gives. */
    Object make() throws Throwable;
  }
}
