package org.pieceworks.peft;

import java.util.List;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.model.SiteShape;

/** The sites of a model that an adapter acts on. */
public final class AdaptedSites {

  private AdaptedSites() {}

  /**
   * The sites of some modules, in forward order; modules that the model does not have are left out,
   * as an encoder has no {@code gate_proj}.
   *
   * @throws BadInputException if the model has none of them
   */
  public static List<SiteShape> of(BaseModel model, String peft, List<String> modules) {
    List<SiteShape> sites =
        model.sites().stream().filter(shape -> modules.contains(shape.site().module())).toList();
    if (sites.isEmpty()) {
      throw BadInputException.of(
          "modules of " + peft,
          String.join(", ", modules),
          "some of "
              + String.join(
                  ", ",
                  model.sites().stream()
                      .map(SiteShape::site)
                      .filter(site -> !site.virtual())
                      .map(Site::module)
                      .distinct()
                      .toList()));
    }
    return sites;
  }

  /** The shape of one of some sites. */
  public static SiteShape shape(List<SiteShape> sites, Site site) {
    return sites.stream().filter(one -> one.site().equals(site)).findFirst().orElseThrow();
  }
}
