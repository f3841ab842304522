package org.pieceworks.ui.event;

/** There are other experiment files than before, or one was saved. */
public record FilesChanged() {}
