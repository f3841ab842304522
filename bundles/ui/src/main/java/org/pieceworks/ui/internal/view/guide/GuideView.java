package org.pieceworks.ui.internal.view.guide;

import javax.swing.JComponent;
import org.osgi.service.component.annotations.Component;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** The manual, beside what it is about. */
@Component
public final class GuideView implements View {

  private final Texts texts = Texts.of(GuideView.class);

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "guide",
        texts.get("title"),
        texts.get("help"),
        GuideView.class.getResource("guide.svg"),
        Area.CENTRE,
        9);
  }

  @Override
  public JComponent open(Desk desk) {
    return new GuidePanel(desk, texts);
  }
}
