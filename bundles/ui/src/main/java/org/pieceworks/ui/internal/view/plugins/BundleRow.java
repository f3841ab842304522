package org.pieceworks.ui.internal.view.plugins;

/**
 * A bundle as the view lists it.
 *
 * @param id in the framework
 * @param name its symbolic name
 * @param waits whether some of its components wait for a service or failed
 */
record BundleRow(long id, String name, String version, State state, Origin origin, boolean waits) {

  /** What it is doing. */
  enum State {
    /** At work. */
    ACTIVE,
    /** Part of another bundle; it is not started by itself. */
    FRAGMENT,
    /** All that it needs is there, but it is not at work. */
    STOPPED,
    /** Something that it needs is not there. */
    UNRESOLVED
  }

  /** Where it comes from, those first that their user may do most with. */
  enum Origin {
    /** The user's folder of plug-ins. */
    USER,
    /** The workbench's own strategies: it can do without. */
    STRATEGY,
    /** The workbench itself. */
    WORKBENCH,
    /** What the workbench is built on. */
    LIBRARY
  }

  boolean canStart() {
    return state == State.STOPPED || state == State.UNRESOLVED;
  }

  /** Only what the workbench can do without. */
  boolean canStop() {
    return state == State.ACTIVE && (origin == Origin.USER || origin == Origin.STRATEGY);
  }

  boolean canBeReplaced() {
    return origin == Origin.USER;
  }

  /** Whether its user should look at it. */
  boolean troubled() {
    return waits || state == State.UNRESOLVED;
  }
}
