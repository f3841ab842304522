package org.pieceworks.ui.event;

/** A bundle or a service came or went. */
public record PluginsChanged() {}
