package org.pieceworks.ui.internal.view.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pieceworks.ui.Texts;

/** What the framework says when it does not start a bundle, so that people can read it. */
record Refusal(Texts texts) {

  private static final Pattern PACKAGE =
      Pattern.compile(
          "\\(osgi\\.wiring\\.package=([^)]+)\\)"
              + "(?:\\(version>=([^)]+)\\))?(?:\\(!\\(version>=([^)]+)\\)\\))?");

  /** What is missing, a sentence each, and then the framework's own words. */
  List<String> sentences(String message) {
    List<String> sentences = new ArrayList<>();
    Matcher missing = PACKAGE.matcher(message);
    while (missing.find()) {
      String sentence = texts.get("refusal.package", missing.group(1), range(missing));
      sentences.add(sentence);
    }
    // Filters have no spaces: they could not be broken into lines.
    sentences.add(message.replace(")(", ") (").replace(";(", "; ("));
    return sentences.stream().distinct().toList();
  }

  private String range(Matcher missing) {
    if (missing.group(2) == null) {
      return texts.get("refusal.any");
    }
    return missing.group(3) == null
        ? texts.get("refusal.from", missing.group(2))
        : texts.get("refusal.range", missing.group(2), missing.group(3));
  }
}
