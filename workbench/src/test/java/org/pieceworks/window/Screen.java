package org.pieceworks.window;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;

/** Hands and eyes of a user: real events through the screen, components by their names. */
final class Screen {

  /** Long enough for a busy machine; what takes longer says its own patience. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Path PICTURES = Path.of(System.getProperty("pieceworks.test.screenshots"));
  private static final int LOOK_IN_MS = 50;
  private static final int QUIET_LOOKS = 8;
  private static final int MOST_LOOKS = 200;

  private final Robot robot;

  Screen() {
    try {
      robot = new Robot();
      robot.setAutoDelay(10);
    } catch (AWTException e) {
      throw new IllegalStateException("no screen", e);
    }
  }

  /** Waits until something can be seen, and returns it. */
  <T> T await(String what, Duration patience, Supplier<Optional<T>> seen) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<T> found = onEventThread(seen);
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        shot("missing-" + what.replaceAll("\\W+", "-"));
        throw new AssertionError("not seen within " + patience.toSeconds() + " s: " + what);
      }
      robot.delay(LOOK_IN_MS);
    }
  }

  /** Waits until something holds. */
  void awaitThat(String what, Duration patience, Supplier<Boolean> holds) {
    await(what, patience, () -> holds.get() ? Optional.of(true) : Optional.empty());
  }

  /** The component of a name, once it is seen. */
  Component find(String name) {
    return await(name, PATIENCE, () -> showing(name));
  }

  /** The component of a name and type, once it is seen. */
  <C extends Component> C find(String name, Class<C> type) {
    return type.cast(find(name));
  }

  /** Whether a component of that name is seen now. */
  boolean sees(String name) {
    return onEventThread(() -> showing(name)).isPresent();
  }

  private static Stream<Component> all() {
    return Stream.of(Window.getWindows()).filter(Window::isShowing).flatMap(Screen::within);
  }

  private static Optional<Component> showing(String name) {
    return all().filter(one -> name.equals(one.getName()) && one.isShowing()).findFirst();
  }

  private static Stream<Component> within(Component component) {
    return component instanceof Container container
        ? Stream.concat(
            Stream.of(component), Stream.of(container.getComponents()).flatMap(Screen::within))
        : Stream.of(component);
  }

  /** Clicks in the middle of a component, once it can be clicked. */
  void click(String name) {
    Component component =
        await(name + " enabled", PATIENCE, () -> showing(name).filter(Component::isEnabled));
    click(component, middle(component), 1);
  }

  /** Clicks a button by its words, wherever it is. */
  void clickButton(String words) {
    Component button =
        await(
            "button " + words,
            PATIENCE,
            () ->
                all()
                    .filter(one -> one instanceof AbstractButton b && words.equals(b.getText()))
                    .filter(one -> one.isShowing() && one.isEnabled())
                    .findFirst());
    click(button, middle(button), 1);
  }

  /** Presses a button by its words, whichever is there, if there is one; on the event thread. */
  void press(Set<String> words) {
    all()
        .filter(one -> one instanceof AbstractButton b && words.contains(b.getText()))
        .map(AbstractButton.class::cast)
        .findFirst()
        .ifPresent(button -> EventQueue.invokeLater(button::doClick));
  }

  /** Clicks a tree's row with these words in it. */
  void clickRow(String tree, String words, int times) {
    JTree found = find(tree, JTree.class);
    Rectangle row =
        await(
            words + " in " + tree,
            PATIENCE,
            () ->
                rows(found)
                    .filter(r -> text(found, r).contains(words))
                    .map(found::getRowBounds)
                    .findFirst());
    onEventThread(
        () -> {
          found.scrollRectToVisible(row);
          return null;
        });
    click(found, new Point(row.x + row.width / 2, row.y + row.height / 2), times);
  }

  /** Whether a row of a tree reads so now. */
  boolean reads(String tree, String pattern) {
    return onEventThread(() -> showing(tree))
        .map(JTree.class::cast)
        .map(
            found ->
                onEventThread(() -> rows(found).anyMatch(r -> text(found, r).matches(pattern))))
        .orElse(false);
  }

  private static Stream<Integer> rows(JTree tree) {
    return Stream.iterate(0, i -> i < tree.getRowCount(), i -> i + 1);
  }

  /** Clicks an item of a list that reads so. */
  void clickItem(String list, String words) {
    JList<?> found = find(list, JList.class);
    Rectangle item =
        await(
            words + " in " + list,
            PATIENCE,
            () ->
                Stream.iterate(0, i -> i < found.getModel().getSize(), i -> i + 1)
                    .filter(i -> text(found, i).equals(words))
                    .map(i -> found.getCellBounds(i, i))
                    .findFirst());
    click(found, new Point(item.x + item.width / 2, item.y + item.height / 2), 1);
  }

  private static <T> String text(JList<T> list, int index) {
    Component cell =
        list.getCellRenderer()
            .getListCellRendererComponent(
                list, list.getModel().getElementAt(index), index, false, false);
    return cell instanceof javax.swing.JLabel label ? String.valueOf(label.getText()) : "";
  }

  private static String text(JTree tree, int row) {
    Object value = tree.getPathForRow(row).getLastPathComponent();
    Component cell =
        tree.getCellRenderer()
            .getTreeCellRendererComponent(tree, value, false, false, true, row, false);
    return cell instanceof javax.swing.JLabel label ? String.valueOf(label.getText()) : "";
  }

  /** What stands in a table's last row now; empty where it is not seen or has no rows. */
  String last(String table, int column) {
    return onEventThread(
        () ->
            showing(table)
                .map(JTable.class::cast)
                .filter(found -> found.getRowCount() > 0)
                .map(found -> String.valueOf(found.getValueAt(found.getRowCount() - 1, column)))
                .orElse(""));
  }

  /** Whether a table has a cell with these words in it now. */
  boolean says(String table, String words) {
    return onEventThread(() -> row(table, words)).isPresent();
  }

  private static Optional<Integer> row(String table, String words) {
    return showing(table)
        .map(JTable.class::cast)
        .flatMap(
            found ->
                Stream.iterate(0, row -> row < found.getRowCount(), row -> row + 1)
                    .filter(row -> rowSays(found, row, words))
                    .findFirst());
  }

  private static boolean rowSays(JTable table, int row, String words) {
    return Stream.iterate(0, column -> column < table.getColumnCount(), column -> column + 1)
        .anyMatch(column -> String.valueOf(table.getValueAt(row, column)).contains(words));
  }

  /** Clicks a cell in the row that has these words in it. */
  void clickCell(String table, String words, int column) {
    int row = await(words + " in " + table, PATIENCE, () -> row(table, words));
    clickCell(table, row, column);
  }

  /** Clicks a cell. */
  void clickCell(String table, int row, int column) {
    JTable found = find(table, JTable.class);
    Rectangle cell =
        onEventThread(
            () -> {
              Rectangle bounds = found.getCellRect(row, column, false);
              found.scrollRectToVisible(bounds);
              return bounds;
            });
    click(found, new Point(cell.x + cell.width / 2, cell.y + cell.height / 2), 1);
  }

  /** What stands in a row that has these words in it, once there is one. */
  String cell(String table, String words, int column) {
    return await(
        words + " in " + table,
        PATIENCE,
        () ->
            row(table, words)
                .map(row -> String.valueOf(find(table, JTable.class).getValueAt(row, column))));
  }

  /** Names a file in the dialog that asks for one. */
  void choose(Path file) {
    await(
        "a dialog that asks for a file",
        PATIENCE,
        () -> all().filter(one -> one instanceof JFileChooser && one.isShowing()).findFirst());
    keys(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    type(file.toString());
    keys(KeyEvent.VK_ENTER);
  }

  /** What is written in a text component, seen or not. */
  String text(String name) {
    JTextComponent found = find(name, JTextComponent.class);
    return onEventThread(found::getText);
  }

  private void click(Component component, Point at, int times) {
    Point corner = onEventThread(component::getLocationOnScreen);
    robot.mouseMove(corner.x + at.x, corner.y + at.y);
    for (int i = 0; i < times; i++) {
      robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }
    taken();
  }

  private static Point middle(Component component) {
    Rectangle seen =
        component instanceof JComponent swing
            ? swing.getVisibleRect()
            : new Rectangle(component.getSize());
    return new Point(seen.x + seen.width / 2, seen.y + seen.height / 2);
  }

  /** Waits until what was pressed has come through the screen and its events are over. */
  private void taken() {
    robot.delay(LOOK_IN_MS);
    onEventThread(() -> true);
  }

  /** Presses keys together: modifiers first. */
  void keys(int... codes) {
    for (int code : codes) {
      robot.keyPress(code);
    }
    for (int i = codes.length - 1; i >= 0; i--) {
      robot.keyRelease(codes[i]);
    }
    taken();
  }

  /** Types letters, digits, blanks and what stands on an American keyboard. */
  void type(String text) {
    for (char c : text.toCharArray()) {
      int code = KeyEvent.getExtendedKeyCodeForChar(c);
      boolean shift = Character.isUpperCase(c) || ":_\"{}<>?!@#$%^&*()+|~".indexOf(c) >= 0;
      if (shift) {
        robot.keyPress(KeyEvent.VK_SHIFT);
      }
      robot.keyPress(code);
      robot.keyRelease(code);
      if (shift) {
        robot.keyRelease(KeyEvent.VK_SHIFT);
      }
    }
    taken();
  }

  /** Has a command done through the palette, as a user does who knows part of its name. */
  void palette(String words) {
    keys(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_P);
    find("palette-field");
    type(words);
    keys(KeyEvent.VK_ENTER);
  }

  /** Waits until nothing has been under way in the background for a moment, or long enough. */
  void settle() {
    int quiet = 0;
    for (int look = 0; look < MOST_LOOKS && quiet < QUIET_LOOKS; look++) {
      robot.delay(LOOK_IN_MS);
      quiet = sees("status-work") ? 0 : quiet + 1;
    }
  }

  /** Keeps a picture of the whole screen. */
  Path shot(String name) {
    taken();
    Rectangle all = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    Path file = PICTURES.resolve(name + ".png");
    try {
      Files.createDirectories(PICTURES);
      ImageIO.write(robot.createScreenCapture(all), "png", file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file;
  }

  /** Keeps figures beside the pictures. */
  void keep(String name, String figures) {
    try {
      Files.createDirectories(PICTURES);
      Files.writeString(PICTURES.resolve(name + ".txt"), figures);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Looks at something where it may be looked at. */
  static <T> T onEventThread(Supplier<T> look) {
    if (EventQueue.isDispatchThread()) {
      return look.get();
    }
    AtomicReference<T> seen = new AtomicReference<>();
    try {
      EventQueue.invokeAndWait(() -> seen.set(look.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
    return seen.get();
  }
}
