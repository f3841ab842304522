package org.pieceworks.api;

/**
 * Why two plug-ins do not go together.
 *
 * @param reason a clause without its subject's name: {@code needs adapters that are a product of
 *     two factors, and prompt has none}
 * @param instead what would go
 */
public record Unsuited(String reason, String instead) {}
