package org.pieceworks.selection;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.api.option.NoOptions;
import org.pieceworks.api.selection.SelectionContext;
import org.pieceworks.api.selection.SharerSelection;

/** The candidates with the longest histories. */
@Component(service = SharerSelection.class)
public final class MostActiveSelection implements SharerSelection<NoOptions> {

  @Override
  public String name() {
    return "most-active";
  }

  @Override
  public String summary() {
    return "The candidates with the longest histories share.";
  }

  @Override
  public String source() {
    return "Tan et al., Personalized Pieces, arXiv 2406.10471";
  }

  @Override
  public Class<NoOptions> optionsType() {
    return NoOptions.class;
  }

  @Override
  public List<Integer> select(SelectionContext context, NoOptions options) {
    return IntStream.range(0, context.candidates().size())
        .boxed()
        .sorted(Comparator.comparingInt((Integer i) -> -Histories.activity(context, i)))
        .limit(context.count())
        .sorted()
        .toList();
  }
}
