package org.pieceworks.ui.event;

import java.time.Instant;

/**
 * Something went wrong in the workbench.
 *
 * @param what in a sentence
 * @param trace the stack trace, empty where there is none
 */
public record ErrorLogged(Instant time, String what, String trace) {}
