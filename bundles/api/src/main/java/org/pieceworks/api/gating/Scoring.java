package org.pieceworks.api.gating;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pieceworks.api.data.Truth;

/**
 * What else a score may depend on: controls use it, honest gates do not.
 *
 * @param slot the slot's key
 * @param targets the ids of the target users, in the order of the members axis
 * @param sharers per offered piece the id of its sharer
 * @param seed for random controls
 * @param truth what a generator knows, empty for real data
 * @param losses {@code [targets][pieces]}: each target's mean loss on their own history with all
 *     offered pieces of the piece's sharer at work. Dear: a pass over every history per sharer,
 *     made once per assembly and only if asked for
 */
public record Scoring(
    String slot,
    List<String> targets,
    List<String> sharers,
    long seed,
    Optional<Truth> truth,
    Supplier<float[][]> losses) {}
