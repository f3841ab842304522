package org.pieceworks.shell.doctor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.pieceworks.api.engine.DeviceInfo;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.model.DecoderConfig;
import org.pieceworks.shell.Context;
import org.pieceworks.storage.AtomicFiles;

/** Libraries with native parts: tensors, tokenizers, fonts. */
final class LibraryExaminers {

  private static final String TEXT = "A piece of text, to be read and written again.";

  private LibraryExaminers() {}

  static Finding tensors(Context context) {
    ExecutionEngine engine = context.get(ExecutionEngine.class);
    try (NDManager manager = engine.open("cpu")) {
      NDArray matrix = manager.create(new float[][] {{1, 2}, {3, 4}});
      float[] square = matrix.matMul(matrix).toFloatArray();
      return Arrays.equals(square, new float[] {7, 10, 15, 22})
          ? Finding.sound(
              engine.description()
                  + " of "
                  + engine.library()
                  + "; to use another one set PYTORCH_LIBRARY_PATH, PYTORCH_VERSION and PYTORCH_FLAVOR")
          : Finding.unsound(engine.description() + " computes " + Arrays.toString(square));
    }
  }

  static Finding devices(Context context) {
    List<DeviceInfo> devices = context.get(ExecutionEngine.class).devices();
    String names = devices.stream().map(DeviceInfo::name).collect(Collectors.joining(", "));
    return Finding.sound(
        devices.size() > 1 ? names : names + "; this PyTorch sees no GPU (see Use a GPU)");
  }

  static Finding tokenizers(Context context) throws IOException {
    BaseModels models = context.get(BaseModels.class);
    Path folder = Files.createTempDirectory("pieceworks-doctor-");
    try (NDManager manager = context.get(ExecutionEngine.class).open("cpu")) {
      Path file = folder.resolve("tokenizer.json");
      models.trainTokenizer(List.of(TEXT, TEXT), 300, file);
      DecoderConfig config = new DecoderConfig(8, 1, 1, 1, 8, 8, 300, 1e-5, 1e4, 64, true, 1, 2);
      try (BaseModel model = models.create(config, file, 0, manager)) {
        String again = model.tokenizer().decode(model.tokenizer().encode(TEXT));
        return again.equals(TEXT)
            ? Finding.sound("read and written the same")
            : Finding.unsound("\"" + TEXT + "\" comes back as \"" + again + "\"");
      }
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }

  static Finding fonts(Context context) {
    String[] families =
        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
    BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    graphics.drawString("Aa", 4, 15);
    graphics.dispose();
    int[] pixels = image.getRGB(0, 0, 40, 20, null, 0, 40);
    boolean drawn = Arrays.stream(pixels).anyMatch(pixel -> (pixel & 0xFFFFFF) != 0);
    return drawn
        ? Finding.sound(families.length + " families")
        : Finding.unsound("text is not drawn; install a font, such as fonts-dejavu-core");
  }
}
