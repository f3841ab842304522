package org.pieceworks.ui.internal.view.editor;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;
import org.fife.ui.autocomplete.AutoCompletion;
import org.fife.ui.autocomplete.BasicCompletion;
import org.fife.ui.autocomplete.Completion;
import org.fife.ui.autocomplete.CompletionProvider;
import org.fife.ui.autocomplete.DefaultCompletionProvider;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.internal.view.editor.form.FormValues;
import org.pieceworks.ui.internal.view.editor.form.Proposals;
import org.pieceworks.ui.internal.view.editor.form.Settings;
import org.pieceworks.ui.internal.view.editor.yaml.CaretPlace;

/** Proposes keys and plug-in names at the caret. */
final class KeyCompletion extends DefaultCompletionProvider {

  private static final int WIDTH = Pixels.scaled(520);
  private static final int HEIGHT = Pixels.scaled(220);

  private final Supplier<Settings> settings;
  private final Supplier<FormValues> values;

  KeyCompletion(Supplier<Settings> settings, Supplier<FormValues> values) {
    this.settings = settings;
    this.values = values;
  }

  /** Opens the proposals with Ctrl+Space. */
  void install(JTextComponent text) {
    AutoCompletion completion = new AutoCompletion(this);
    completion.setTriggerKey(KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, InputEvent.CTRL_DOWN_MASK));
    completion.setChoicesWindowSize(WIDTH, HEIGHT);
    completion.setAutoCompleteSingleChoices(false);
    completion.install(text);
  }

  @Override
  protected boolean isValidChar(char c) {
    return Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0;
  }

  @Override
  protected List<Completion> getCompletionsImpl(JTextComponent text) {
    CaretPlace place = CaretPlace.of(text.getText(), text.getCaretPosition());
    List<Completion> all = new ArrayList<>(); // which the caller sorts in place
    for (Proposals.Proposal one : new Proposals(settings.get()).at(place, values.get())) {
      BasicCompletion completion = completion(this, one);
      completion.setRelevance(-all.size()); // the order of the file
      all.add(completion);
    }
    return all;
  }

  private static BasicCompletion completion(
      CompletionProvider provider, Proposals.Proposal proposal) {
    return new BasicCompletion(provider, proposal.insertion(), proposal.help(), proposal.help()) {
      @Override
      public String getInputText() {
        return proposal.word();
      }
    };
  }
}
