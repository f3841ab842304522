package org.pieceworks.api.peft;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import org.pieceworks.api.model.Site;

/**
 * Where an adapter acts in a pass.
 *
 * @param tensors one site of a bank, each {@code [members, ...]}
 * @param output the frozen module's own result, {@code [members, positions, out]}
 * @param factor how far it acts at each position, {@code [members, positions, 1]}; null: all the
 *     way
 */
public record Place(Site site, Map<String, NDArray> tensors, NDArray output, NDArray factor) {}
