package ${package};

import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.testkit.gating.GatingModelContract;

/** ${model} does what every gating model must do. */
class ${className}Test extends GatingModelContract<${className}Options> {

  @Override
  protected GatingModel<${className}Options> model() {
    return new ${className}();
  }

  @Override
  protected ${className}Options options() {
    return new ${className}Options(true, 8);
  }
}
