package org.pieceworks.ui;

import javax.swing.KeyStroke;

/**
 * Something that a user can have done, found in the palette and in a menu.
 *
 * @param id unique, lower case with hyphens
 * @param menu the menu that it stands in, one of {@code file, edit, view, run, window, help}
 * @param title in the menu and in the palette
 * @param keys null: none
 * @param run called on the event thread
 */
public record Act(String id, String menu, String title, KeyStroke keys, Runnable run) {}
