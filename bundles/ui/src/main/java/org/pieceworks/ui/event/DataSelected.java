package org.pieceworks.ui.event;

import java.nio.file.Path;

/**
 * The users of this data set are to be shown.
 *
 * @param data a folder or a file of it
 */
public record DataSelected(Path data) {}
