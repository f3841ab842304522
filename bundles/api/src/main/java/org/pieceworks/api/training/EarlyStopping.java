package org.pieceworks.api.training;

import java.util.List;
import org.pieceworks.api.model.Example;

/**
 * Ends training when it no longer helps: every member keeps the parameters of the step at which its
 * held-back loss was lowest.
 *
 * @param heldBack per member examples that are not trained on
 * @param every steps between two looks
 * @param patience looks without a gain after which a member has had enough
 */
public record EarlyStopping(List<List<Example>> heldBack, int every, int patience) {}
