package org.pieceworks.model.llama;

/**
 * What attention needs to know of a pass.
 *
 * @param rows batch rows: members x rows
 * @param seq tokens per row
 * @param keys turns the keys of these tokens
 * @param queries of all layers but the last
 * @param last the last layer's, which goes on with these positions alone
 * @param cache of earlier keys and values; null where there are none
 * @param first whether these tokens begin their rows, so that a prefix may stand before them
 */
record Attending(
    long rows,
    long seq,
    Turn keys,
    Queries queries,
    Queries last,
    KeyValueCache cache,
    boolean first) {}
