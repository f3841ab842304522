package org.pieceworks.experiment.call;

/** A plug-in failed its trial; the message begins with its family and its name. */
public final class PluginException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PluginException(String plugin, String fault) {
    this(plugin, fault, null);
  }

  PluginException(String plugin, String fault, Throwable cause) {
    super(plugin + ": " + fault, cause);
  }
}
