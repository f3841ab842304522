package org.pieceworks.ui.event;

import java.nio.file.Path;

/** This experiment file is to be shown in the editor. */
public record FileSelected(Path file) {}
