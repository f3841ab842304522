package org.pieceworks.launcher;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextPane;
import javax.swing.JTree;
import javax.swing.UIManager;

/**
 * Loads what a window needs of Java itself while the framework starts: each takes about a second,
 * and neither needs the other.
 */
final class Preload {

  private static final String WINDOW = "ui";

  private Preload() {}

  /** Begins if the command is one that opens a window. */
  static void begin(String[] arguments) {
    if (Arrays.asList(arguments).contains(WINDOW)) {
      Thread thread = new Thread(Preload::load, "preload");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void load() {
    try {
      if (!GraphicsEnvironment.isHeadless()) {
        BufferedImage picture =
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration()
                .createCompatibleImage(100, 20);
        UIManager.getDefaults();
        Graphics2D graphics = picture.createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.drawString("Pieceworks", 0, 15);
        graphics.dispose();
        // Never part of a window: only their classes count.
        new JTabbedPane();
        new JTree();
        new JTable(1, 1);
        new JTextPane();
      }
    } catch (RuntimeException | LinkageError | java.awt.AWTError e) {
      return; // the command itself says what is wrong with the display
    }
  }
}
