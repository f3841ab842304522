package org.pieceworks.testkit.evaluation;

import org.junit.jupiter.api.Nested;
import org.pieceworks.api.evaluation.Metric;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.evaluation.Accuracy;
import org.pieceworks.evaluation.ExpectedAbsoluteError;
import org.pieceworks.evaluation.ExpectedSquaredError;
import org.pieceworks.evaluation.MacroF1;
import org.pieceworks.evaluation.MeanAbsoluteError;
import org.pieceworks.evaluation.RootMeanSquaredError;
import org.pieceworks.evaluation.Rouge1;
import org.pieceworks.evaluation.RougeL;

/** Our own metrics. */
class MetricsTest {

  @Nested
  class AccuracyKeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new Accuracy();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class MacroF1KeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new MacroF1();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class MeanAbsoluteErrorKeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new MeanAbsoluteError();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class RootMeanSquaredErrorKeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new RootMeanSquaredError();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class ExpectedAbsoluteErrorKeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new ExpectedAbsoluteError();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class ExpectedSquaredErrorKeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new ExpectedSquaredError();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class Rouge1KeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new Rouge1();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }

  @Nested
  class RougeLKeepsIt extends MetricContract<NoOptions> {

    @Override
    protected Metric<NoOptions> metric() {
      return new RougeL();
    }

    @Override
    protected NoOptions options() {
      return new NoOptions();
    }
  }
}
