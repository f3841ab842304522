package org.pieceworks.ui.internal.view.editor;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.UIManager;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.event.ProblemsFound;
import org.pieceworks.ui.internal.view.editor.check.Checked;
import org.pieceworks.ui.internal.view.editor.form.FormSide;
import org.pieceworks.ui.internal.view.editor.form.FormValues;
import org.pieceworks.ui.internal.view.editor.yaml.NotEditable;
import org.pieceworks.ui.internal.view.editor.yaml.YamlText;

/** An open file: its form and its text, in step, and what is wrong with it. */
final class FileTab extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final int CHECK_IN_MS = 350;
  private static final int KEEP_IN_MS = 3000;
  private static final double FORM = 0.45;
  private static final int GAP = 8;

  private final transient Services services;
  private final transient Texts texts;
  private final transient FileKeeper keeper;
  private final transient Runnable changed;
  private final FormSide form;
  private final TextSide source;
  private final Notice notice = new Notice();
  private final JTextArea problem = new JTextArea();
  private final Timer checkSoon = new Timer(CHECK_IN_MS, event -> check());
  private final Timer keepSoon = new Timer(KEEP_IN_MS, event -> keep());
  private transient FormValues values = FormValues.none();
  private transient Checked checked;
  private boolean loaded;
  private boolean checks;
  private boolean closed;
  private int pendingLine;

  /**
   * Opens a file.
   *
   * @param changed called when its star, or what is known about it, is another
   * @param unreadable called with itself where it cannot be read
   */
  FileTab(Services services, Path file, Runnable changed, Consumer<FileTab> unreadable) {
    super(new BorderLayout());
    this.services = services;
    this.texts = services.texts();
    this.changed = changed;
    keeper = new FileKeeper(services.desk(), texts, services.recovery(), file);
    form = new FormSide(services.settings().get(), texts, this::edit);
    source = new TextSide(texts, services.settings(), () -> values, this::typed);
    checkSoon.setRepeats(false);
    keepSoon.setRepeats(false);
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, form, source);
    form.setMinimumSize(new Dimension());
    source.setMinimumSize(new Dimension());
    split.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            split.removeComponentListener(this);
            split.setDividerLocation(FORM);
          }
        });
    split.setName("editor-split");
    split.setResizeWeight(FORM);
    split.setBorder(BorderFactory.createEmptyBorder());
    add(notice, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
    add(problemLine(), BorderLayout.SOUTH);
    keeper.load(this::begin, () -> unreadable.accept(this));
  }

  /** The whole message, however long; a click leads to its line. */
  private JTextArea problemLine() {
    problem.setName("editor-problem");
    problem.getAccessibleContext().setAccessibleName(texts.get("problem"));
    problem.setEditable(false);
    // A tabulator leads on, as nothing can be written here.
    problem.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    problem.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    problem.setLineWrap(true);
    problem.setWrapStyleWord(true);
    problem.setBorder(BorderFactory.createEmptyBorder(GAP / 2, GAP, GAP / 2, GAP));
    problem.setToolTipText(texts.get("problem.help"));
    problem.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            goToProblem();
          }
        });
    problem.setVisible(false);
    colour();
    return problem;
  }

  private void colour() {
    problem.setForeground(UIManager.getColor("Actions.Red"));
    problem.setBackground(UIManager.getColor("Panel.background"));
  }

  private void begin(FileKeeper.Loaded read) {
    if (closed) {
      return;
    }
    source.begin(read.text());
    loaded = true;
    checkSoon.stop();
    renewForm();
    check();
    changed.run();
    if (pendingLine > 0) {
      source.select(pendingLine);
    }
    read.recovered().ifPresent(text -> restore(text, read.text()));
  }

  /** Shows what was never saved; what is typed from now on goes on from there. */
  private void restore(String recovered, String saved) {
    source.area().become(recovered);
    ask(
        texts.get("recovered", file().getFileName()),
        "recovered.keep",
        () -> {},
        "recovered.discard",
        () -> source.area().become(saved));
  }

  private void ask(String question, String yes, Runnable then, String no, Runnable otherwise) {
    Map<String, Runnable> answers = new LinkedHashMap<>();
    answers.put(texts.get(yes), then);
    answers.put(texts.get(no), otherwise);
    notice.ask(question, answers);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (problem != null) {
      SwingUtilities.invokeLater(this::colour);
    }
  }

  Path file() {
    return keeper.file();
  }

  String text() {
    return source.area().getText();
  }

  boolean loaded() {
    return loaded;
  }

  boolean unsaved() {
    return loaded && keeper.unsaved(text());
  }

  /** What came of looking at it last; null before the first time. */
  Checked checked() {
    return checked;
  }

  private void typed() {
    if (loaded) {
      checkSoon.restart();
      if (!keepSoon.isRunning()) {
        keepSoon.start();
      }
      changed.run();
    }
  }

  /** What the form changes; at once, so that the form shows what came of it. */
  private void edit(UnaryOperator<String> change) {
    try {
      String after = change.apply(text());
      if (YamlText.parse(after).isEmpty()) {
        // A half-typed bracket must not lock the form that it is typed into.
        throw new NotEditable(texts.get("not-yaml"));
      }
      int place = source.area().become(after);
      if (place >= 0) {
        source.reveal(place);
      }
    } catch (NotEditable e) {
      services.desk().say(texts.get("by-hand", e.getMessage()));
    }
    renewForm();
  }

  /** The form follows the text as soon as that is valid YAML. */
  private void renewForm() {
    renewForm(YamlText.parse(text()));
  }

  private void renewForm(java.util.Optional<YamlText> yaml) {
    yaml.ifPresent(valid -> values = new FormValues(valid));
    form.show(services.settings().get(), values, yaml.isPresent());
  }

  /** Looks at the text, one look at a time. */
  void check() {
    if (!loaded || closed) {
      return;
    }
    if (checks) {
      checkSoon.restart();
      return;
    }
    checks = true;
    String text = text();
    Path file = file();
    var past = services.past().get();
    services
        .desk()
        .background(
            texts.get("checking", file.getFileName()),
            progress -> services.checker().check(file, text, past),
            found -> {
              checks = false;
              show(found);
            },
            error -> {
              checks = false;
              services.desk().failed(texts.get("checking", file.getFileName()), error);
            });
  }

  private void show(Checked found) {
    if (closed) {
      return;
    }
    if (!found.text().equals(text())) {
      return; // another look is on its way
    }
    checked = found;
    renewForm(found.yaml());
    source.mark(found.problems());
    problem.setVisible(!found.problems().isEmpty());
    if (!found.problems().isEmpty()) {
      String message = found.problems().get(0).message();
      problem.setText(message);
      problem.setCaretPosition(0);
    }
    services.desk().tell(new ProblemsFound(file(), found.problems()));
    changed.run();
  }

  void goToProblem() {
    if (checked != null && !checked.problems().isEmpty()) {
      select(checked.problems().get(0).line());
    }
  }

  /** Puts the caret at a line, from 1, now or when the file is read. */
  void select(int line) {
    if (loaded) {
      source.select(line);
    } else {
      pendingLine = line;
    }
  }

  /** There are other plug-ins, or other runs, than before. */
  void renew() {
    if (loaded) {
      renewForm();
      check();
    }
  }

  void undo(boolean redo) {
    if (redo) {
      source.area().redoLastAction();
    } else {
      source.area().undoLastAction();
    }
    renewForm();
  }

  /** Saves, then does something; asks first where somebody else wrote the file meanwhile. */
  void save(Runnable then) {
    if (!loaded) {
      return;
    }
    String text = text();
    keeper.save(
        text,
        () -> {
          notice.setVisible(false);
          services.desk().say(texts.get("saved", file().getFileName()));
          changed.run();
          then.run();
        },
        this::changedElsewhere);
  }

  /** Saves as another file, which it is from now on. */
  void saveAs(Path other, Runnable then) {
    Path before = file();
    String text = text();
    services
        .desk()
        .background(
            texts.get("saving", other.getFileName()),
            progress -> {
              new TextFile(text, false).write(other);
              return null;
            },
            done -> {
              services.desk().tell(new ProblemsFound(before, List.of()));
              keeper.move(other);
              keeper.accept(text);
              services.desk().tell(new org.pieceworks.ui.event.FilesChanged());
              changed.run();
              check();
              then.run();
            });
  }

  /** Looks whether somebody else has written the file. */
  void look() {
    if (loaded && !notice.isVisible()) {
      keeper.look(this::changedElsewhere);
    }
  }

  private void changedElsewhere(String text) {
    if (!unsaved()) {
      keeper.accept(text);
      source.area().become(text);
      services.desk().say(texts.get("reloaded", file().getFileName()));
      changed.run();
      return;
    }
    ask(
        texts.get("elsewhere", file().getFileName()),
        "elsewhere.load",
        () -> {
          keeper.accept(text);
          source.area().become(text);
          changed.run();
        },
        "elsewhere.keep",
        () -> {
          keeper.accept(text);
          changed.run();
        });
  }

  private void keep() {
    if (loaded && !closed) {
      keeper.keep(text());
    }
  }

  /** Keeps what is not saved in case that the window closes for good. */
  @Override
  public void removeNotify() {
    super.removeNotify();
    if (unsaved() && !closed) {
      keepSoon.stop();
      keeper.keepNow(text());
    }
  }

  void end() {
    closed = true;
    checkSoon.stop();
    keepSoon.stop();
    if (loaded) {
      keeper.forget();
    }
    services.desk().tell(new ProblemsFound(file(), List.of()));
  }

  void focus() {
    source.area().requestFocusInWindow();
  }
}
