package org.pieceworks.api.model;

/**
 * Where an adapter acts.
 *
 * @param layer from 0
 * @param module {@code q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj} or {@code down_proj}; or
 *     {@code prompt}, before the first layer, or {@code prefix}, before a layer's attention
 */
public record Site(int layer, String module) {

  /** Where virtual tokens may stand before the embedded text. */
  public static final Site PROMPT = new Site(0, "prompt");

  private static final String PREFIX = "prefix";
  private static final String LAYERS = "layers.";

  /** Where keys and values of virtual tokens may stand before those of a layer's own. */
  public static Site prefix(int layer) {
    return new Site(layer, PREFIX);
  }

  /** Parses the form of {@link #toString}. */
  public static Site parse(String text) {
    int dot = text.indexOf('.', LAYERS.length());
    return new Site(
        Integer.parseInt(text.substring(LAYERS.length(), dot)), text.substring(dot + 1));
  }

  /**
   * Whether it is no module, but a place for virtual tokens, of which the frozen model has none.
   */
  public boolean virtual() {
    return module.equals(PROMPT.module) || module.equals(PREFIX);
  }

  /** {@code layers.3.q_proj}. */
  @Override
  public String toString() {
    return LAYERS + layer + "." + module;
  }
}
