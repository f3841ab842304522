package org.pieceworks.testkit.gating;

import org.junit.jupiter.api.Nested;
import org.pieceworks.api.gating.GatingModel;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.gating.arrow.ArrowGating;
import org.pieceworks.gating.control.OracleGating;
import org.pieceworks.gating.control.RandomGating;
import org.pieceworks.gating.control.UniformGating;
import org.pieceworks.gating.linear.LinearGating;
import org.pieceworks.gating.linear.LinearOptions;
import org.pieceworks.gating.loss.HistoryLossGating;
import org.pieceworks.gating.prototype.PrototypeGating;
import org.pieceworks.gating.prototype.PrototypeOptions;
import org.pieceworks.gating.sigmoid.SigmoidGating;
import org.pieceworks.gating.sigmoid.SigmoidOptions;
import org.pieceworks.gating.sigmoid.SigmoidOptions.Start;

class GatingModelsTest {

  abstract static class Sigmoid extends GatingModelContract<SigmoidOptions> {

    @Override
    protected GatingModel<SigmoidOptions> model() {
      return new SigmoidGating();
    }

    SigmoidOptions options(Start start, boolean centring) {
      return new SigmoidOptions(0.01, 0, 4, 1, 4, 0.3, start, centring);
    }

    /** It is trained to help, and to recognize nobody. */
    @Override
    protected boolean recognizes() {
      return false;
    }
  }

  @Nested
  class SigmoidFromZero extends Sigmoid {

    @Override
    protected SigmoidOptions options() {
      return options(Start.ZERO, false);
    }
  }

  @Nested
  class SigmoidFromZeroCentred extends Sigmoid {

    @Override
    protected SigmoidOptions options() {
      return options(Start.ZERO, true);
    }
  }

  @Nested
  class SigmoidFromPrototype extends Sigmoid {

    @Override
    protected SigmoidOptions options() {
      return options(Start.PROTOTYPE, false);
    }
  }

  @Nested
  class SigmoidFromPrototypeCentred extends Sigmoid {

    @Override
    protected SigmoidOptions options() {
      return options(Start.PROTOTYPE, true);
    }
  }

  @Nested
  class Prototype extends GatingModelContract<PrototypeOptions> {

    @Override
    protected GatingModel<PrototypeOptions> model() {
      return new PrototypeGating();
    }

    @Override
    protected PrototypeOptions options() {
      return new PrototypeOptions(true, false);
    }
  }

  @Nested
  class PrototypeCentred extends Prototype {

    @Override
    protected PrototypeOptions options() {
      return new PrototypeOptions(true, true);
    }
  }

  @Nested
  class Linear extends GatingModelContract<LinearOptions> {

    @Override
    protected GatingModel<LinearOptions> model() {
      return new LinearGating();
    }

    @Override
    protected LinearOptions options() {
      return new LinearOptions(50, 0.1, 0.01, 0);
    }
  }

  /** Controls and others without options. */
  abstract static class Plain extends GatingModelContract<NoOptions> {

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class Arrow extends Plain {

    @Override
    protected GatingModel<NoOptions> model() {
      return new ArrowGating();
    }

    /** It looks at adapters, not at what they were trained on. */
    @Override
    protected boolean recognizes() {
      return false;
    }
  }

  @Nested
  class HistoryLoss extends Plain {

    @Override
    protected GatingModel<NoOptions> model() {
      return new HistoryLossGating();
    }
  }

  @Nested
  class Oracle extends Plain {

    @Override
    protected GatingModel<NoOptions> model() {
      return new OracleGating();
    }
  }

  @Nested
  class Uniform extends Plain {

    @Override
    protected GatingModel<NoOptions> model() {
      return new UniformGating();
    }

    @Override
    protected boolean recognizes() {
      return false;
    }
  }

  @Nested
  class Lots extends Plain {

    @Override
    protected GatingModel<NoOptions> model() {
      return new RandomGating();
    }

    @Override
    protected boolean recognizes() {
      return false;
    }
  }
}
