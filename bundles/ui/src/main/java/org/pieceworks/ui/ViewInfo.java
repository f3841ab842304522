package org.pieceworks.ui;

import java.net.URL;

/**
 * What a window knows of a view before it is opened.
 *
 * @param id unique, lower case with hyphens: layouts are kept by it
 * @param title on its tab
 * @param help a sentence that says what it is for
 * @param icon an SVG of 16 x 16; null: none
 * @param area where it stands first
 * @param order among those of the same area; small ones first
 */
public record ViewInfo(String id, String title, String help, URL icon, Area area, int order) {}
