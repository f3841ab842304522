package org.example.gaussian;

import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.testkit.gating.GatingModelContract;

/** It does what every gating model must do. */
class GaussianGatingTest extends GatingModelContract<GaussianOptions> {

  @Override
  protected GatingModel<GaussianOptions> model() {
    return new GaussianGating();
  }

  @Override
  protected GaussianOptions options() {
    return new GaussianOptions(true, 0.1, 1);
  }
}
