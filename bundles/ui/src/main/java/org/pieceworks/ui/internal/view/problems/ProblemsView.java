package org.pieceworks.ui.internal.view.problems;

import javax.swing.JComponent;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.event.ProblemsFound;

/** What is wrong with the files that are open. */
@Component
public final class ProblemsView implements View {

  private final Texts texts = Texts.of(ProblemsView.class);
  private ProblemModel model = new ProblemModel(texts);

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "problems",
        texts.get("title"),
        texts.get("help"),
        ProblemsView.class.getResource("problems.svg"),
        Area.BOTTOM,
        0);
  }

  @Override
  public void begin(Desk desk) {
    // Files are looked at whether or not this view is seen.
    model = new ProblemModel(texts);
    desk.on(ProblemsFound.class, event -> model.show(event));
  }

  @Override
  public JComponent open(Desk desk) {
    return new ProblemsPanel(desk, model, texts);
  }
}
