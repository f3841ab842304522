package org.pieceworks.ui.internal.window;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.VolatileImage;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.CellRendererPane;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JTextPane;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import javax.swing.JTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes, fonts and pictures that components need, by painting one of each kind where
 * nobody sees it. A first event would otherwise wait for hundreds of classes. The components are
 * made away from the event thread, which is safe as they are never part of a window.
 */
public final class Warmup {

  private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);
  private static final Dimension SIZE = new Dimension(400, 200);

  private Warmup() {}

  /** What every window begins with. */
  public static void first() {
    VolatileImage picture = picture();
    List<Supplier<JComponent>> kinds =
        List.of(
            () -> new JLabel("Pieceworks", icon(), JLabel.LEADING),
            () -> new JButton("Pieceworks"),
            Warmup::tabs,
            Warmup::bar,
            Warmup::tools,
            () -> new JTextField("Pieceworks"),
            () -> new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JLabel(), new JLabel()),
            () -> new JScrollPane(new JTree()),
            JProgressBar::new);
    kinds.forEach(kind -> paint(kind, picture));
  }

  /** What views show, on a thread of its own. */
  public static void rest() {
    List<Supplier<JComponent>> kinds =
        List.of(
            () -> new JLabel("<html><div style='text-align:center'>Pieceworks</div>"),
            () -> new JScrollPane(new JTable(2, 2)),
            () -> new JEditorPane("text/html", "<h1>Pieceworks</h1><table><tr><td>a</table>"),
            Warmup::written,
            () -> new JScrollPane(new JTextArea("Pieceworks")),
            () -> new JComboBox<>(new String[] {"Pieceworks"}),
            () -> new JList<>(new String[] {"Pieceworks"}),
            () -> new JCheckBox("Pieceworks"),
            () -> new JToggleButton("Pieceworks"),
            JSpinner::new);
    Thread thread =
        new Thread(
            () -> {
              VolatileImage picture = picture();
              kinds.forEach(kind -> paint(kind, picture));
            },
            "warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** Painted the way a window is, through the display. */
  private static VolatileImage picture() {
    return GraphicsEnvironment.getLocalGraphicsEnvironment()
        .getDefaultScreenDevice()
        .getDefaultConfiguration()
        .createCompatibleVolatileImage(SIZE.width, SIZE.height);
  }

  private static FlatSVGIcon icon() {
    return new FlatSVGIcon(Warmup.class.getResource("icon.svg"));
  }

  private static JComponent tabs() {
    JTabbedPane tabs = new JTabbedPane();
    tabs.addTab("Pieceworks", icon(), new JLabel());
    return tabs;
  }

  private static JComponent tools() {
    JToolBar tools = new JToolBar();
    tools.add(new JButton("Pieceworks"));
    tools.addSeparator();
    return tools;
  }

  private static JComponent bar() {
    JMenuBar bar = new JMenuBar();
    JMenu menu = new JMenu("Pieceworks");
    menu.add(new JMenuItem("Pieceworks", icon()));
    bar.add(menu);
    return bar;
  }

  private static JComponent written() {
    JTextPane text = new JTextPane();
    text.setText("Pieceworks");
    return text;
  }

  private static void paint(Supplier<JComponent> kind, VolatileImage picture) {
    Graphics2D graphics = picture.createGraphics();
    try {
      JComponent component = kind.get();
      component.setSize(SIZE);
      layOut(component);
      new CellRendererPane()
          .paintComponent(graphics, component, null, 0, 0, SIZE.width, SIZE.height, false);
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("something cannot be loaded in advance", e);
    } finally {
      graphics.dispose();
    }
  }

  private static void layOut(Container container) {
    container.doLayout();
    for (Component child : container.getComponents()) {
      if (child instanceof Container inner) {
        layOut(inner);
      }
    }
  }
}
