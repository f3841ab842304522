package org.pieceworks.ui.internal.trial;

import java.util.Comparator;

/**
 * A slot's key, taken apart: {@code layers.3.q_proj} is module {@code q_proj} of layer 3.
 *
 * @param layer -1 where the key names none
 * @param module what follows the layer; empty where the slot is a whole layer
 */
public record SlotName(String key, int layer, String module) {

  /** By layer, then by module. */
  public static final Comparator<SlotName> ORDER =
      Comparator.comparingInt(SlotName::layer)
          .thenComparing(SlotName::module)
          .thenComparing(SlotName::key);

  private static final String LAYERS = "layers.";

  /** Takes a key apart. */
  public static SlotName of(String key) {
    String[] parts = key.startsWith(LAYERS) ? key.split("\\.", 3) : new String[0];
    return parts.length > 1 && parts[1].matches("\\d{1,6}")
        ? new SlotName(key, Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "")
        : new SlotName(key, -1, key);
  }

  /** As rows of maps have it: {@code 3 q_proj}. */
  public String words() {
    return layer < 0 ? module : (layer + " " + module).strip();
  }
}
