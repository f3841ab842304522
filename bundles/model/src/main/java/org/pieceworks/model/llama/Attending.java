package org.pieceworks.model.llama;

import ai.djl.ndarray.NDArray;

/**
 * What attention needs to know of a pass.
 *
 * @param rows batch rows: members x rows
 * @param seq tokens per row
 * @param rotary positions of these tokens
 * @param mask added to the scores, broadcast to {@code [rows, heads, seq, keys]}
 * @param cache of earlier keys and values; null where there are none
 * @param first whether these tokens begin their rows, so that a prefix may stand before them
 * @param wanted {@code [members, wanted]}, int64: which of all positions the last layer goes on
 *     with after its keys and values; null: all
 */
record Attending(
    long rows,
    long seq,
    Rotary rotary,
    NDArray mask,
    KeyValueCache cache,
    boolean first,
    NDArray wanted) {}
