package org.pieceworks.ui.event;

/**
 * Views of results show this run.
 *
 * @param run its id in the run store
 */
public record RunSelected(String run) {}
