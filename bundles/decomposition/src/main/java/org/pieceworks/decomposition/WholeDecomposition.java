package org.pieceworks.decomposition;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;

/**
 * The whole adapter as one piece, so that adapters are mixed and not recombined, as LoraHub (arXiv
 * 2307.13269) does; the gate reads the first site.
 */
@Component(service = Decomposition.class)
public final class WholeDecomposition implements Decomposition<NoOptions> {

  @Override
  public String name() {
    return "whole";
  }

  @Override
  public String summary() {
    return "The whole adapter as one piece, gated by what enters its first site.";
  }

  @Override
  public String source() {
    return "Huang et al., LoraHub, arXiv 2307.13269";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public List<Slot> slots(AdapterPlan plan, NoOptions options) {
    List<SiteShape> sites = plan.sites();
    return List.of(new Slot(name(), sites.get(0), sites.stream().map(SiteShape::site).toList()));
  }
}
