package org.pieceworks.gating.linear;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;

/**
 * An optimiser of Tribuo under an L2 penalty: half the squared norm of all parameters, times a
 * strength, is added to every example's loss. Tribuo's own (in AdaGradRDA) never acts: it grows
 * with a count of steps that stays zero.
 */
final class Ridge implements StochasticGradientOptimiser {

  private final StochasticGradientOptimiser inner;
  private final double strength;
  private Tensor[] current = new Tensor[0];

  Ridge(StochasticGradientOptimiser inner, double strength) {
    this.inner = inner;
    this.strength = strength;
  }

  @Override
  public void initialise(Parameters parameters) {
    current = parameters.get();
    inner.initialise(parameters);
  }

  @Override
  public Tensor[] step(Tensor[] updates, double weight) {
    // Updates are added to the parameters: they point down the loss.
    for (int i = 0; i < updates.length; i++) {
      updates[i].intersectAndAddInPlace(current[i], value -> -strength * value);
    }
    return inner.step(updates, weight);
  }

  @Override
  public void finalise() {
    inner.finalise();
  }

  @Override
  public void reset() {
    current = new Tensor[0];
    inner.reset();
  }

  @Override
  public Ridge copy() {
    return new Ridge(inner.copy(), strength);
  }

  @Override
  public ConfiguredObjectProvenance getProvenance() {
    return inner.getProvenance();
  }
}
