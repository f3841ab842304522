package org.pieceworks.ui.event;

import java.nio.file.Path;
import java.util.List;

/**
 * Somebody wants an experiment to be run.
 *
 * @param file the experiment file
 * @param overrides {@code path=value}
 * @param resume whether to go on with its newest unfinished run
 */
public record RunRequested(Path file, List<String> overrides, boolean resume) {}
