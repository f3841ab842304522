package org.pieceworks.ui.internal.view.console;

import java.util.HashSet;
import java.util.Set;
import javax.swing.JComponent;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.View;
import org.pieceworks.ui.ViewInfo;

/** The framework's shell, in the window. */
@Component
public final class ConsoleView implements View {

  private final Texts texts = Texts.of(ConsoleView.class);
  private final CommandProcessor processor;
  private final Set<Session> sessions = new HashSet<>();

  /** Takes the shell. */
  @Activate
  public ConsoleView(@Reference CommandProcessor processor) {
    this.processor = processor;
  }

  @Override
  public ViewInfo info() {
    return new ViewInfo(
        "console",
        texts.get("title"),
        texts.get("help"),
        ConsoleView.class.getResource("console.svg"),
        Area.BOTTOM,
        2);
  }

  @Override
  public JComponent open(Desk desk) {
    return new ConsolePanel(desk, texts, this::begin);
  }

  private Session begin(Spool spool) {
    Session session = new Session(processor, spool);
    synchronized (sessions) {
      sessions.add(session);
    }
    return session;
  }

  /** Ends what runs in its sessions. */
  @Deactivate
  void close() {
    synchronized (sessions) {
      sessions.forEach(Session::close);
      sessions.clear();
    }
  }
}
