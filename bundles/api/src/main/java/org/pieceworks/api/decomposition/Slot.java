package org.pieceworks.api.decomposition;

import java.util.List;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;

/**
 * A place that one choice of pieces fills.
 *
 * @param key its name, unique in the scheme: {@code layers.3.q_proj}, {@code layers.3}
 * @param gate the site whose input the gate reads; the first of the sites in forward order
 * @param sites the sites that the pieces of this slot cover
 * @param part which part of the sites' adapters, from 0; 0 where they are not divided
 */
public record Slot(String key, SiteShape gate, List<Site> sites, int part) {

  /** A slot that covers its sites' adapters whole. */
  public Slot(String key, SiteShape gate, List<Site> sites) {
    this(key, gate, sites, 0);
  }

  /** Copies the sites. */
  public Slot {
    sites = List.copyOf(sites);
  }
}
