package org.pieceworks.decomposition;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.decomposition.AdapterPlan;
import org.pieceworks.api.decomposition.Decomposition;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.option.NoOptions;

/** One piece per site, as the reference code of Per-Pcs (arXiv 2406.10471) has it. */
@Component(service = Decomposition.class)
public final class ModuleDecomposition implements Decomposition<NoOptions> {

  @Override
  public String name() {
    return "module";
  }

  @Override
  public String summary() {
    return "One piece per adapted module of each layer.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471 (reference code)";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public List<Slot> slots(AdapterPlan plan, NoOptions options) {
    return plan.sites().stream()
        .map(shape -> new Slot(shape.site().toString(), shape, List.of(shape.site())))
        .toList();
  }
}
