package org.pieceworks.methods.assembly;

import java.util.List;
import java.util.Map;

/**
 * What the targets of one pass get.
 *
 * @param choices per slot key one per target
 * @param scores per slot key {@code [targets][pieces]}
 */
record Chosen(Map<String, List<Choice>> choices, Map<String, float[][]> scores) {}
