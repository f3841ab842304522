package org.pieceworks.ui.internal.view.errorlog;

import javax.swing.JComponent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;
import org.pieceworks.ui.internal.log.ErrorLog;

/** What went wrong, in the window and in the log. */
@Component
public final class ErrorLogView implements View {

  private final Texts texts = Texts.of(ErrorLogView.class);
  private final ErrorLog errors;

  /** Takes what is kept. */
  @Activate
  public ErrorLogView(@Reference ErrorLog errors) {
    this.errors = errors;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "error-log",
        texts.get("title"),
        texts.get("help"),
        ErrorLogView.class.getResource("error-log.svg"),
        Area.BOTTOM,
        1);
  }

  @Override
  public JComponent open(Desk desk) {
    return new ErrorLogPanel(errors, texts);
  }
}
