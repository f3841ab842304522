package org.pieceworks.api.decomposition;

import java.util.List;
import org.pieceworks.api.model.ModelConfig;
import org.pieceworks.api.model.SiteShape;
import org.pieceworks.api.peft.AdapterForm;

/**
 * What is to be broken into pieces.
 *
 * @param form what the adapters are made of
 * @param sites the adapted sites, in forward order
 * @param config the shape of the base model
 */
public record AdapterPlan(AdapterForm form, List<SiteShape> sites, ModelConfig config) {

  /** Copies the sites. */
  public AdapterPlan {
    sites = List.copyOf(sites);
  }

  /** The plan of a form on a model with these sites. */
  public static AdapterPlan of(AdapterForm form, List<SiteShape> sites, ModelConfig config) {
    return new AdapterPlan(
        form,
        sites.stream().filter(s -> form.modules().containsKey(s.site().module())).toList(),
        config);
  }
}
