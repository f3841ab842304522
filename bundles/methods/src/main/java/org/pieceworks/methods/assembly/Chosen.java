package org.pieceworks.methods.assembly;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Site;

/**
 * What the targets of one pass get.
 *
 * @param choices per slot key one per target
 * @param scores per slot key {@code [targets][pieces]}
 * @param merged per site the targets' merged pieces, of the pass's manager; empty where the choices
 *     were made after the pass
 */
record Chosen(
    Map<String, List<Choice>> choices,
    Map<String, float[][]> scores,
    Map<Site, Map<String, NDArray>> merged) {}
