package org.pieceworks.ui.internal.view.editor;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.fife.ui.rsyntaxtextarea.RSyntaxDocument;
import org.fife.ui.rsyntaxtextarea.RSyntaxTextArea;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.SyntaxScheme;
import org.fife.ui.rsyntaxtextarea.Theme;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rtextarea.Gutter;
import org.fife.ui.rtextarea.RTextScrollPane;
import org.pieceworks.ui.internal.view.editor.yaml.Replacement;

/** The text of an experiment, coloured as the window's look has it. */
final class SourceArea extends RSyntaxTextArea {

  private static final long serialVersionUID = 1L;
  private static final int INDENT = 2;

  SourceArea() {
    setSyntaxEditingStyle(SyntaxConstants.SYNTAX_STYLE_YAML);
    ((RSyntaxDocument) getDocument()).setSyntaxStyle(new YamlTokens());
    setTabsEmulated(true);
    setTabSize(INDENT);
    setAnimateBracketMatching(false);
    setMarkOccurrences(false);
    setFadeCurrentLineHighlight(false);
  }

  @Override
  public void addNotify() {
    super.addNotify();
    look();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (isDisplayable()) {
      SwingUtilities.invokeLater(this::look);
    }
  }

  private void look() {
    String name = FlatLaf.isLafDark() ? "dark.xml" : "idea.xml";
    Font font = UIManager.getFont("monospaced.font");
    try (InputStream in =
        Theme.class.getResourceAsStream("/org/fife/ui/rsyntaxtextarea/themes/" + name)) {
      Theme.load(in, font).apply(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Color background = UIManager.getColor("TextArea.background");
    setBackground(background);
    // The themes' comments are too faint on a background that is not theirs.
    SyntaxScheme scheme = getSyntaxScheme();
    scheme.getStyle(TokenTypes.COMMENT_EOL).foreground =
        UIManager.getColor("Label.disabledForeground");
    setSyntaxScheme(scheme);
    setCaretColor(UIManager.getColor("TextArea.caretForeground"));
    setSelectionColor(UIManager.getColor("TextArea.selectionBackground"));
    setCurrentLineHighlightColor(UIManager.getColor("Panel.background"));
    if (SwingUtilities.getAncestorOfClass(RTextScrollPane.class, this)
        instanceof RTextScrollPane scrolled) {
      Gutter gutter = scrolled.getGutter();
      gutter.setBackground(background);
      gutter.setBorderColor(UIManager.getColor("Component.borderColor"));
      gutter.setLineNumberColor(UIManager.getColor("Label.disabledForeground"));
      gutter.setLineNumberFont(font);
    }
  }

  /**
   * Makes the text another one by its smallest change, which is undone as one.
   *
   * @return where the change is; -1 where there is none
   */
  int become(String text) {
    Replacement change = Replacement.between(getText(), text);
    if (change.from() < change.to() || !change.by().isEmpty()) {
      beginAtomicEdit();
      try {
        replaceRange(change.by(), change.from(), change.to());
      } finally {
        endAtomicEdit();
      }
      return change.from();
    }
    return -1;
  }
}
