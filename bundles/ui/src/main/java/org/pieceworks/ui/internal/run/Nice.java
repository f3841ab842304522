package org.pieceworks.ui.internal.run;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets computing step back behind the window: threads inherit it from whoever starts them. */
final class Nice {

  private static final Logger LOG = LoggerFactory.getLogger(Nice.class);
  private static final int STEP = 10;
  private static final int PROCESS = 0;
  private static final int MYSELF = 0;

  private Nice() {}

  /** The C library's scheduling; on Linux it is about the calling thread alone. */
  interface Scheduling extends Library {

    /** See {@code setpriority(2)}. */
    int setpriority(int which, int who, int priority);
  }

  /** The calling thread, and those that it starts, take what the window leaves. */
  static void yieldToTheWindow() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Native.load("c", Scheduling.class).setpriority(PROCESS, MYSELF, STEP);
    } catch (LinkageError e) {
      LOG.debug("computing keeps its priority", e);
    }
  }
}
