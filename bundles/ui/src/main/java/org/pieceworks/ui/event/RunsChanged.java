package org.pieceworks.ui.event;

/** The run store holds something else than before. */
public record RunsChanged() {}
