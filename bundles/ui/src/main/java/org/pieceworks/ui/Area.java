package org.pieceworks.ui;

/** Where a view stands unless its user moves it. */
public enum Area {
  /** A narrow column on the left: lists to choose from. */
  LEFT,
  /** The middle: what one works on. */
  CENTRE,
  /** A column on the right: details. */
  RIGHT,
  /** A strip at the bottom: messages. */
  BOTTOM
}
