package org.pieceworks.decomposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.Unsuited;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.peft.AdapterForm;

/**
 * One piece per layer, as the text of Per-Pcs (arXiv 2406.10471) words it; the gate reads the first
 * site.
 */
@Component(service = Decomposition.class)
public final class LayerDecomposition implements Decomposition<NoOptions> {

  @Override
  public String name() {
    return "layer";
  }

  @Override
  public String summary() {
    return "One piece per layer: all its adapted modules together, gated by what enters the first.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public Optional<Unsuited> unsuited(AdapterForm form, NoOptions options) {
    return Layers.missing(form);
  }

  @Override
  public List<Slot> slots(AdapterPlan plan, NoOptions options) {
    Map<Integer, List<SiteShape>> layers = new LinkedHashMap<>();
    for (SiteShape shape : plan.sites()) {
      layers.computeIfAbsent(shape.site().layer(), layer -> new ArrayList<>()).add(shape);
    }
    return layers.entrySet().stream().map(e -> slot(e.getKey(), e.getValue())).toList();
  }

  private static Slot slot(int layer, List<SiteShape> sites) {
    return new Slot("layers." + layer, sites.get(0), sites.stream().map(SiteShape::site).toList());
  }
}
