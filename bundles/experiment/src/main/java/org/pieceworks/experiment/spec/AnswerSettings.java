package org.pieceworks.experiment.spec;

import org.pieceworks.api.option.Option;

/** How queries are answered on tasks with labels; texts are generated in any case. */
public record AnswerSettings(
    @Option(
            help =
                "By the label of the highest score, or in words of the model's own, which may be no"
                    + " label; an encoder always scores",
            value = "scores")
        By by,
    @Option(
            help =
                "Whether a decoder's label scores are shifted so that on base users each label is as"
                    + " likely as it is frequent",
            value = "true")
        boolean calibrated) {

  /** Ways to answer. */
  public enum By {
    SCORES,
    GENERATION
  }
}
