package org.pieceworks.ui.internal.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.component.Question;

/**
 * What is asked before the window closes: one question, whatever there is to be asked about.
 *
 * @param unsaved names of what is not saved
 * @param running how many experiments are under way
 */
record CloseQuestion(List<String> unsaved, int running) {

  private static final int MOST = 10;

  /** What its user may say to it. */
  enum Answer {
    /** Save all that is not saved, then close. */
    SAVE,
    /** Close; what is not saved is not wanted. */
    CLOSE,
    /** Do not close. */
    STAY
  }

  /** Whether nobody needs to be asked. */
  boolean needless() {
    return unsaved.isEmpty() && running == 0;
  }

  /** The answers with their words, the proposed one first. */
  Map<Answer, String> answers(Texts texts) {
    String kind = unsaved.isEmpty() ? "running" : running > 0 ? "both" : "unsaved";
    Map<Answer, String> answers = new LinkedHashMap<>();
    if (!unsaved.isEmpty()) {
      answers.put(Answer.SAVE, texts.get("close.save." + kind));
    }
    answers.put(Answer.CLOSE, texts.get("close.close." + kind));
    answers.put(Answer.STAY, texts.get("close.stay"));
    return answers;
  }

  /** The question in words. */
  Question words(Texts texts) {
    List<String> lines = new ArrayList<>();
    if (!unsaved.isEmpty()) {
      lines.add(texts.get("close.unsaved"));
      int shown = unsaved.size() > MOST ? MOST - 1 : unsaved.size();
      unsaved.stream().limit(shown).map(name -> texts.get("close.name", name)).forEach(lines::add);
      if (shown < unsaved.size()) {
        lines.add(texts.get("close.more", unsaved.size() - shown));
      }
    }
    if (running > 0) {
      if (!lines.isEmpty()) {
        lines.add(" ");
      }
      lines.add(texts.get("close.running", running));
      lines.add(texts.get("close.running.kept"));
    }
    String title = texts.get(unsaved.isEmpty() ? "close.title.running" : "close.title.unsaved");
    List<String> answers = List.copyOf(answers(texts).values());
    // Saving loses nothing; where there is nothing to save, staying does not.
    return new Question(
        title, String.join("\n", lines), answers, unsaved.isEmpty() ? answers.size() - 1 : 0);
  }

  /** What the chosen answer means. */
  Answer answer(int chosen, Texts texts) {
    return chosen < 0 ? Answer.STAY : List.copyOf(answers(texts).keySet()).get(chosen);
  }
}
