package org.pieceworks.api.model;

/** A site and the widths of what goes in and comes out; of a prefix, keys and values together. */
public record SiteShape(Site site, int in, int out) {}
