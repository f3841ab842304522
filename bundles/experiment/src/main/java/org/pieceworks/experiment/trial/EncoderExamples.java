package org.pieceworks.experiment.trial;

import java.util.List;
import java.util.stream.IntStream;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.data.Item;
import org.pieceworks.api.model.EncoderConfig;
import org.pieceworks.api.model.Example;
import org.pieceworks.api.model.LabelExample;
import org.pieceworks.api.model.Tokenizer;

/**
 * Turns items into what an encoder reads: begin token, input, end token; the answer is a label. The
 * instruction is left out: it is the same for all items, and the head knows the labels.
 */
final class EncoderExamples extends ExampleEncoder {

  private final Tokenizer tokenizer;
  private final EncoderConfig config;

  EncoderExamples(Tokenizer tokenizer, EncoderConfig config) {
    this.tokenizer = tokenizer;
    this.config = config;
  }

  /**
   * An item with its label.
   *
   * @throws BadInputException if the output is none of the model's labels
   */
  @Override
  Example example(Item item, String where) {
    String output = PromptText.read(item.output());
    int label =
        IntStream.range(0, config.labels().size())
            .filter(l -> PromptText.read(config.labels().get(l)).equalsIgnoreCase(output))
            .findFirst()
            .orElseThrow(
                () ->
                    BadInputException.of(
                        where + ", item " + item.id(),
                        "output " + output,
                        "one of " + config.labels()));
    return new LabelExample(tokens(item.input(), HISTORY_WORDS), label);
  }

  /** One text for all labels: its head scores them together. */
  @Override
  List<Example> candidates(Item query) {
    return List.of(new LabelExample(tokens(query.input(), QUERY_WORDS), 0));
  }

  private int[] tokens(String input, int mostWords) {
    int[] text = tokenizer.encode(String.join(" ", PromptText.words(input, mostWords)));
    int kept = Math.min(text.length, config.maxPositions() - 2);
    int[] framed = new int[kept + 2];
    framed[0] = config.beginToken();
    System.arraycopy(text, 0, framed, 1, kept);
    framed[kept + 1] = config.endToken();
    return framed;
  }
}
