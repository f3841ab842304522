package org.pieceworks.ui.event;

import java.nio.file.Path;

/**
 * The editor shows this line of a file that is open in it.
 *
 * @param line from 1
 */
public record LineSelected(Path file, int line) {}
