package org.pieceworks.selection;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Truth;
import org.pieceworks.api.data.User;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;

/**
 * A control that knows the truth and the targets: greedily, the mean over targets of the true
 * affinity to the most alike sharer grows by as much as it can.
 */
@Component(service = SharerSelection.class)
public final class OracleSelection implements SharerSelection<NoOptions> {

  @Override
  public String name() {
    return "oracle";
  }

  @Override
  public String summary() {
    return "Control: knows the planted personas and chooses sharers whom the targets are most like.";
  }

  @Override
  public String source() {
    return "Nemhauser, Wolsey and Fisher, An analysis of approximations for maximizing submodular"
        + " set functions, 1978";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public boolean readsTruth() {
    return true;
  }

  @Override
  public List<Integer> select(SelectionContext context, NoOptions options) {
    Truth truth =
        context
            .truth()
            .orElseThrow(
                () ->
                    BadInputException.of(
                        "sharers.selection",
                        "oracle",
                        "a data set with planted truth, such as personas"));
    List<User> candidates = context.candidates();
    float[][] affinities = new float[context.targets().size()][candidates.size()];
    for (int t = 0; t < affinities.length; t++) {
      for (int c = 0; c < candidates.size(); c++) {
        affinities[t][c] = (float) truth.affinity(context.targets().get(t), candidates.get(c).id());
      }
    }
    return new Coverage(affinities).choose(candidates.size(), context.count());
  }
}
