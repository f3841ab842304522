package org.pieceworks.ui.internal.window;

import io.github.andrewauclair.moderndocking.DockingRegion;
import io.github.andrewauclair.moderndocking.app.Docking;
import io.github.andrewauclair.moderndocking.exception.DockableNotFoundException;
import io.github.andrewauclair.moderndocking.layouts.ApplicationLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JFrame;
import javax.xml.stream.XMLStreamException;
import org.pieceworks.ui.Area;
import org.pieceworks.ui.component.Pixels;
import org.pieceworks.ui.internal.state.Filer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Arranges views, and keeps how their user arranged them, a file for each perspective. */
final class Layouts {

  private static final Logger LOG = LoggerFactory.getLogger(Layouts.class);
  private static final double COLUMN = 0.27;
  private static final int COLUMN_IN_PIXELS = 340;
  private static final double STRIP = 0.28;

  private final Path folder;
  private final JFrame frame;
  private final Filer filer;
  private final Map<Perspective, byte[]> kept = new HashMap<>();

  Layouts(Path folder, Filer filer, JFrame frame) {
    this.folder = folder;
    this.filer = filer;
    this.frame = frame;
  }

  private Path file(Perspective perspective) {
    return folder.resolve(perspective.id() + ".xml");
  }

  /** Keeps the present arrangement. */
  void keep(Perspective perspective) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Docking.getSingleInstance()
          .getLayoutPersistence()
          .saveLayoutToOutputStream(
              out, Docking.getSingleInstance().getDockingState().getApplicationLayout());
      kept.put(perspective, out.toByteArray());
      filer.write(file(perspective), out.toByteArray());
    } catch (XMLStreamException | RuntimeException e) {
      LOG.warn("the layout of {} is not kept", perspective.id(), e);
    }
  }

  /** Arranges views as they were kept, or as the perspective has them. */
  void apply(Perspective perspective, Map<String, ViewPanel> views) {
    if (!restore(perspective)) {
      reset(perspective, views);
    }
  }

  private boolean restore(Perspective perspective) {
    Path file = file(perspective);
    if (!kept.containsKey(perspective) && !Files.isRegularFile(file)) {
      return false;
    }
    try {
      byte[] layouts =
          kept.containsKey(perspective) ? kept.get(perspective) : Files.readAllBytes(file);
      InputStream in = new ByteArrayInputStream(layouts);
      ApplicationLayout layout =
          Docking.getSingleInstance()
              .getLayoutPersistence()
              .loadApplicationLayoutFromInputStream(in);
      // The window has its own place; of the layout only what is docked in it counts.
      // Of the instance at hand: the static way keeps the first window of a process for good.
      Docking.getSingleInstance()
          .getDockingState()
          .restoreWindowLayout_PreserveSizeAndPos(frame, layout.getMainFrameLayout());
      return !docked().isEmpty();
    } catch (IOException | XMLStreamException | DockableNotFoundException e) {
      LOG.info("the layout of {} cannot be restored: {}", perspective.id(), e.getMessage());
      return false;
    } catch (RuntimeException e) {
      LOG.warn("the layout of {} cannot be restored", perspective.id(), e);
      return false;
    }
  }

  private static List<String> docked() {
    return Docking.getDockables().stream()
        .filter(Docking::isDocked)
        .map(one -> one.getPersistentID())
        .toList();
  }

  /** Arranges views as the perspective has them. */
  void reset(Perspective perspective, Map<String, ViewPanel> views) {
    docked().forEach(Docking::undock);
    List<String> centre = present(perspective, Area.CENTRE, views);
    if (centre.isEmpty()) {
      return;
    }
    String first = centre.get(0);
    Docking.dock(first, frame);
    tabs(centre);
    beside(present(perspective, Area.BOTTOM, views), first, DockingRegion.SOUTH, STRIP);
    beside(present(perspective, Area.RIGHT, views), first, DockingRegion.EAST, column());
    List<String> left = present(perspective, Area.LEFT, views);
    if (!left.isEmpty()) {
      Docking.dock(left.get(0), frame, DockingRegion.WEST, column());
      tabs(left);
    }
    Docking.bringToFront(first);
  }

  private static void beside(
      List<String> views, String anchor, DockingRegion region, double share) {
    if (!views.isEmpty()) {
      Docking.dock(views.get(0), anchor, region, share);
      tabs(views);
    }
  }

  /** All others in the place of the first, which is in front. */
  private static void tabs(List<String> views) {
    String front = views.get(0);
    for (String view : views.subList(1, views.size())) {
      Docking.dock(view, front, DockingRegion.CENTER);
    }
    Docking.bringToFront(front);
  }

  private static List<String> present(
      Perspective perspective, Area area, Map<String, ViewPanel> views) {
    return new ArrayList<>(perspective.views().getOrDefault(area, List.of()))
        .stream().filter(views::containsKey).toList();
  }

  /** Docks a view where views of its area stand. */
  void dock(ViewPanel view, Map<String, ViewPanel> views) {
    Area area = view.info().area();
    views.values().stream()
        .filter(other -> other != view && other.info().area() == area && Docking.isDocked(other))
        .findFirst()
        .ifPresentOrElse(
            other -> Docking.dock(view, other, DockingRegion.CENTER),
            () -> Docking.dock(view, frame, region(area), area == Area.BOTTOM ? STRIP : column()));
  }

  /** Wide windows have more to give to what stands in the middle. */
  private double column() {
    return Math.min(
        COLUMN, Pixels.scaled(COLUMN_IN_PIXELS) / (double) Math.max(1, frame.getWidth()));
  }

  private static DockingRegion region(Area area) {
    return switch (area) {
      case LEFT -> DockingRegion.WEST;
      case RIGHT -> DockingRegion.EAST;
      case BOTTOM -> DockingRegion.SOUTH;
      case CENTRE -> DockingRegion.CENTER;
    };
  }
}
