package org.pieceworks.api.assembly;

/** How far one choice of sharers reaches. */
public enum ChoiceScope {
  /** Every slot has its own, made by what the assembled model so far gives there (the paper). */
  SLOT,
  /** The same module, and part of it, has the same sharers in all layers. */
  MODULE,
  /** All slots have the same sharers. */
  WHOLE
}
