package org.pieceworks.ui.internal.window;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files, and nothing else. */
final class FileDrop extends TransferHandler {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);

  private final transient Consumer<List<Path>> files;

  /**
   * Creates it.
   *
   * @param files called on the event thread once the drop is over: it may ask questions
   */
  FileDrop(Consumer<List<Path>> files) {
    this.files = files;
  }

  @Override
  public boolean canImport(TransferSupport support) {
    if (!support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
      return false;
    }
    if (support.isDrop()) {
      support.setDropAction(COPY);
    }
    return true;
  }

  @Override
  public boolean importData(TransferSupport support) {
    return canImport(support) && take(support.getTransferable());
  }

  /** Takes what is dropped or pasted. */
  boolean take(Transferable dropped) {
    try {
      List<Path> paths =
          ((List<?>) dropped.getTransferData(DataFlavor.javaFileListFlavor))
              .stream().map(File.class::cast).map(File::toPath).toList();
      SwingUtilities.invokeLater(() -> files.accept(paths));
      return !paths.isEmpty();
    } catch (UnsupportedFlavorException | IOException e) {
      LOG.info("what was dropped cannot be read", e);
      return false;
    }
  }
}
